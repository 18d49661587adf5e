import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Environment } from '@framewatch/config';
import { type Child, startChild } from './child.ts';
import {
  DataInUseError,
  type EmbeddedDatabase,
  startEmbeddedDatabase,
} from './database/embedded-database.ts';
import { migrateAll } from './migrate-all.ts';

/** A running Framewatch: database, worker and API. */
export interface Running {
  /** Where the dashboard answers, such as `http://127.0.0.1:8090`. */
  readonly address: string;
  readonly databaseUrl: string;
  stop(): Promise<void>;
}

export interface LaunchOptions {
  environment: Environment;
  say: (line: string) => void;
  /** Runs after the schema is there and before the workers start. */
  beforeStart?: ((databaseUrl: string) => Promise<void>) | undefined;
}

/** Workers get this long to finish what they have in hand; what they cannot finish, the next start takes up. */
const WORKER_STOP_MS = 4_000;
const API_STOP_MS = 2_000;

const programFile = (name: string): string => fileURLToPath(import.meta.resolve(`@framewatch/${name}/main`));

/** Starts everything on one machine. Throws with a message for people where it cannot. */
export async function launch({ environment, say, beforeStart }: LaunchOptions): Promise<Running> {
  const data = resolve(environment.dataFolder);
  const logs = join(data, 'logs');
  await mkdir(logs, { recursive: true });
  const database = await openDatabaseOf(environment, data, say);
  const children: Child[] = [];
  const stop = async (): Promise<void> => {
    const [worker, api] = children;
    await Promise.all([api?.stop(API_STOP_MS), worker?.stop(WORKER_STOP_MS)]);
    await database.stop();
  };
  try {
    say('Bringing the schema up to date …');
    await migrateAll(database.url);
    await beforeStart?.(database.url);
    const env: NodeJS.ProcessEnv = {
      ...process.env,
      DATABASE_URL: database.url,
      FRAMEWATCH_DATA: data,
      FRAMEWATCH_CONFIG: resolve(environment.configFolder),
      FRAMEWATCH_SEEDS: resolve(environment.seedsFolder),
      FRAMEWATCH_MODE: environment.databaseUrl === undefined ? 'embedded' : 'server',
    };
    say('Starting worker and dashboard …');
    children.push(
      startChild('worker', programFile('worker'), { env, logFile: join(logs, 'worker.log'), say }),
    );
    children.push(startChild('api', programFile('api'), { env, logFile: join(logs, 'api.log'), say }));
    const [, api] = await Promise.all(children.map((child) => child.ready));
    const address = api?.address ?? `http://${environment.host}:${environment.port}`;
    // An API that has to be started again answers where people have it open.
    env.PORT = new URL(address).port;
    await writeFile(join(data, 'address'), `${address}\n`);
    await writeFile(join(data, 'database-url'), `${database.url}\n`, { mode: 0o600 });
    return { address, databaseUrl: database.url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function openDatabaseOf(
  environment: Environment,
  data: string,
  say: (line: string) => void,
): Promise<Pick<EmbeddedDatabase, 'url' | 'stop'>> {
  if (environment.databaseUrl !== undefined)
    return { url: environment.databaseUrl, stop: () => Promise.resolve() };
  say('Starting the database …');
  try {
    const database = await startEmbeddedDatabase(join(data, 'postgres'), say);
    database.onLost(() => void bringBack(database, say));
    return database;
  } catch (error) {
    if (!(error instanceof DataInUseError)) throw error;
    const address = await readFile(join(data, 'address'), 'utf8').then(
      (text) => text.trim(),
      () => null,
    );
    throw new Error(
      `Framewatch is already running on ${data}${address ? `, at ${address}` : ''}. Stop it first, or start this one with another FRAMEWATCH_DATA folder.`,
    );
  }
}

/** The database's own process died: start it again; workers and API reconnect by themselves. */
async function bringBack(database: EmbeddedDatabase, say: (line: string) => void): Promise<void> {
  say('The database stopped unexpectedly; starting it again …');
  for (let tries = 1; ; tries += 1) {
    try {
      await database.restart();
      say('The database is back.');
      return;
    } catch (error) {
      if (tries === 10) {
        say(
          `The database could not be started again: ${error instanceof Error ? error.message : String(error)}`,
        );
        return;
      }
      await new Promise((done) => setTimeout(done, 500 * tries));
    }
  }
}
