import { type ChildProcess, fork } from 'node:child_process';
import { createWriteStream, type WriteStream } from 'node:fs';

/** A process that is started again whenever it ends by itself. */
export interface Child {
  /** What it said when it was ready; rejects where it ends before. */
  readonly ready: Promise<{ address?: string }>;
  stop(withinMs: number): Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;

/** Forks a program with an IPC channel: it says `{ready: true}`, and ends itself when the channel closes. */
export function startChild(
  name: string,
  file: string,
  options: { env: NodeJS.ProcessEnv; logFile: string; say: (line: string) => void },
): Child {
  const log = createWriteStream(options.logFile, { flags: 'a' });
  let child: ChildProcess;
  let stopping = false;
  let pauseMs = FIRST_PAUSE_MS;
  let timer: NodeJS.Timeout | undefined;
  const ready = withResolvers<{ address?: string }>();
  const start = (): void => {
    child = forkQuietly(file, options.env, log);
    child.on('message', (message: { ready?: boolean; address?: string }) => {
      if (!message.ready) return;
      pauseMs = FIRST_PAUSE_MS;
      ready.resolve(message);
    });
    child.on('exit', (code, signal) => {
      if (stopping) return;
      ready.reject(
        new Error(
          `The ${name} ended before it was ready (${signal ?? code}). Its log is ${options.logFile}.`,
        ),
      );
      options.say(`The ${name} ended (${signal ?? code}) and is started again. Its log: ${options.logFile}`);
      timer = setTimeout(start, pauseMs);
      pauseMs = Math.min(LONGEST_PAUSE_MS, pauseMs * 2);
    });
  };
  start();
  return {
    ready: ready.promise,
    async stop(withinMs) {
      stopping = true;
      clearTimeout(timer);
      await endChild(child, withinMs);
      log.end();
    },
  };
}

function forkQuietly(file: string, env: NodeJS.ProcessEnv, log: WriteStream): ChildProcess {
  const child = fork(file, { env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  return child;
}

function endChild(child: ChildProcess, withinMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const hard = setTimeout(() => child.kill('SIGKILL'), withinMs);
    child.on('exit', () => {
      clearTimeout(hard);
      resolve();
    });
    child.kill('SIGTERM');
  });
}

/** Promise.withResolvers, which Node 20 does not have. A rejection that nobody waits for is no crash. */
function withResolvers<Value>() {
  let resolve: (value: Value) => void = () => {};
  let reject: (error: Error) => void = () => {};
  const promise = new Promise<Value>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}
