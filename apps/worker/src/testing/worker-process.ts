import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A worker as a process of its own, which a test may kill. Needs the build. */
export interface WorkerProcess {
  /** As `kill -9` does: it has no chance to tidy up. */
  kill(): Promise<void>;
  stop(): Promise<void>;
  alive(): boolean;
}

export async function startWorkerProcess(variables: Record<string, string>): Promise<WorkerProcess> {
  const program = fileURLToPath(new URL('../../dist/main.js', import.meta.url));
  if (!existsSync(program)) throw new Error('The worker is not built: run npm run build first.');
  const child = fork(program, { env: { ...process.env, ...variables }, execArgv: [], stdio: 'inherit' });
  await new Promise<void>((resolve, reject) => {
    child.once('message', () => resolve());
    child.once('exit', (code) => reject(new Error(`The worker ended with ${code} before it was ready.`)));
  });
  return {
    kill: () => end(child, 'SIGKILL'),
    stop: () => end(child, 'SIGTERM'),
    alive: () => child.exitCode === null && child.signalCode === null,
  };
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
