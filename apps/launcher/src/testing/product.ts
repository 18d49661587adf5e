import { type ChildProcess, fork } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTestPostgres, startTestRedis, testRedisProgram, waitFor } from '@framewatch/testing';

/** The whole product as people run it: built programs in processes of their own. */
export interface Product {
  address: string;
  readonly configFolder: string;
  /** Null in the embedded mode, which keeps its database to itself. */
  readonly databaseUrl: string | null;
  get<Body>(path: string): Promise<Body>;
  post<Body>(path: string, body: unknown): Promise<Body>;
  stop(): Promise<void>;
}

export interface ProductFiles {
  /** Contents of config/feeds.yaml and so on. */
  'feeds.yaml': string;
  'alerts.yaml': string;
  'framewatch.yaml': string;
}

const root = fileURLToPath(new URL('../../../../', import.meta.url));
const programs = {
  launcher: join(root, 'apps/launcher/dist/main.js'),
  worker: join(root, 'apps/worker/dist/main.js'),
  api: join(root, 'apps/api/dist/main.js'),
};

/** A folder of its own with data and configuration; open to the database's account when tests run as root. */
export async function makeWorkplace(
  files: ProductFiles,
): Promise<{ folder: string; config: string; env: NodeJS.ProcessEnv }> {
  const folder = await mkdtemp(join(tmpdir(), 'framewatch-product-'));
  await chmod(folder, 0o755);
  const config = join(folder, 'config');
  await mkdir(config);
  for (const [name, text] of Object.entries(files)) await writeFile(join(config, name), text);
  const env = {
    ...process.env,
    NODE_OPTIONS: '',
    PORT: '0',
    LOG_LEVEL: 'info',
    FRAMEWATCH_DATA: join(folder, 'data'),
    FRAMEWATCH_CONFIG: config,
    FRAMEWATCH_SEEDS: join(root, 'seeds'),
    FRAMEWATCH_ANNOUNCE: '1',
    DATABASE_URL: '',
    REDIS_URL: '',
  };
  return { folder, config, env };
}

/** `npm start`'s own program, until it says where it answers. */
export async function startEmbedded(
  env: NodeJS.ProcessEnv,
): Promise<{ address: string; process: ChildProcess; output: () => string }> {
  const launcher = startProgram('launcher', ['start'], env);
  const address = await launcher.ready;
  return { address, process: launcher.process, output: launcher.output };
}

/** The embedded mode: one command, nothing installed. */
export async function embeddedProduct(files: ProductFiles, extra: NodeJS.ProcessEnv = {}): Promise<Product> {
  const { folder, config, env } = await makeWorkplace(files);
  const running = await startEmbedded({ ...env, ...extra });
  return product(running.address, config, null, async () => {
    await endProcess(running.process);
    await removeFolder(folder);
  });
}

/** The server mode: PostgreSQL and Redis of their own, the migrate step, two workers and an API. */
export async function serverProduct(files: ProductFiles, extra: NodeJS.ProcessEnv = {}): Promise<Product> {
  const redisProgram = testRedisProgram();
  if (redisProgram === undefined) throw new Error('The server mode needs redis-server.');
  const [{ folder, config, env }, postgres, redis] = await Promise.all([
    makeWorkplace(files),
    startTestPostgres(),
    startTestRedis(redisProgram),
  ]);
  const full = { ...env, ...extra, DATABASE_URL: postgres.url, REDIS_URL: redis.url };
  await endOf(startProgram('launcher', ['migrate'], full).process);
  const [api, ...workers] = [
    startProgram('api', [], full),
    startProgram('worker', [], full),
    startProgram('worker', [], full),
  ];
  const [address] = await Promise.all([api.ready, ...workers.map((worker) => worker.ready)]);
  return product(address, config, postgres.url, async () => {
    await Promise.all([api, ...workers].map((program) => endProcess(program.process)));
    await Promise.all([postgres.stop(), redis.stop()]);
    await removeFolder(folder);
  });
}

function product(
  address: string,
  configFolder: string,
  databaseUrl: string | null,
  stop: () => Promise<void>,
): Product {
  return {
    address,
    configFolder,
    databaseUrl,
    get: (path) => ask(address, path),
    post: (path, body) =>
      ask(address, path, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    stop,
  };
}

async function ask<Body>(address: string, path: string, init?: RequestInit): Promise<Body> {
  const response = await fetch(`${address}${path}`, init);
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return (await response.json()) as Body;
}

/** Starts a built program; `ready` gives where it answers, if it does. */
export function startProgram(name: keyof typeof programs, args: string[], env: NodeJS.ProcessEnv) {
  const child = fork(programs[name], args, { env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      said = `${said}${chunk.toString()}`.slice(-20_000);
    });
  const ready = new Promise<string>((resolve, reject) => {
    child.on('message', (message: { ready?: boolean; address?: string }) => {
      if (message.ready) resolve(message.address ?? '');
    });
    child.on('exit', (code, signal) =>
      reject(new Error(`The ${name} ended (${signal ?? code}) before it was ready:\n${said}`)),
    );
  });
  ready.catch(() => {});
  return { process: child, ready, output: () => said };
}

/** Asks a process to end and waits until it has. */
export async function endProcess(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  const ended = endOf(child);
  child.kill(signal);
  await ended;
}

/** The exit code of a process that ends by itself or was asked to. */
export function endOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once('exit', (code) => resolve(code)));
}

export const removeFolder = (folder: string): Promise<void> =>
  rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });

/** Waits until the product has nothing left to do with what it found. */
export async function untilSettled(running: Product, articles: number): Promise<void> {
  await waitFor(
    `${articles} articles to be classified`,
    async () => {
      const { articles: now } = await running.get<{ articles: { total: number; waiting: number } }>(
        '/api/status',
      );
      return now.total >= articles && now.waiting === 0;
    },
    { withinMs: 240_000, describe: () => howItStands(running) },
  );
}

/** What a failed wait should say: counts, and the feeds that are not well with their reasons. */
async function howItStands(running: Product): Promise<unknown> {
  const { articles } = await running.get<{ articles: unknown }>('/api/status');
  const { feeds } = await running.get<{ feeds: { url: string; state: string; sentence: string }[] }>(
    '/api/feeds',
  );
  return {
    articles,
    feeds: feeds.filter(({ state }) => state !== 'well').map(({ url, sentence }) => [url, sentence]),
  };
}
