import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { findPostgresBinaries } from './postgres-binaries.ts';
import { chooseDatabasePlace, type DatabasePlace } from './run-as.ts';

const run = promisify(execFile);

/** A running PostgreSQL of our own. */
export interface EmbeddedDatabase {
  /** Address with its password; it changes only when the database is made anew. */
  readonly url: string;
  /** Resolves when the server is gone without having been asked to, with a function that starts it again. */
  onLost(react: () => void): void;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** Another Framewatch works on the same data. */
export class DataInUseError extends Error {}

const NAME = 'framewatch';
/** Held by the launcher for as long as it lives: a second one on the same data finds it taken. */
const LAUNCHER_LOCK = 7_262_001;
const STOP_SECONDS = 4;
const START_SECONDS = 60;
/** Sessions of a killed server take a moment to notice; until they are gone its memory is still in use. */
const START_TRIES = 5;

/**
 * Starts PostgreSQL on a folder, or adopts the one that a killed Framewatch left running there.
 * Throws DataInUseError where another Framewatch lives on the same folder.
 */
export async function startEmbeddedDatabase(
  folder: string,
  say: (line: string) => void,
): Promise<EmbeddedDatabase> {
  const place = await chooseDatabasePlace(folder, await findPostgresBinaries(), say);
  await mkdir(place.folder, { recursive: true, mode: 0o755 });
  const cluster = join(place.folder, 'cluster');
  const password = await readPassword(place.folder);
  if (!(await exists(join(cluster, 'PG_VERSION')))) {
    say('Making the database …');
    await initialise(place, cluster, password);
  }
  const running = await findRunningPort(place, cluster);
  const port = running ?? (await freePort());
  const urlOf = (name: string): string => `postgresql://${NAME}:${password}@127.0.0.1:${port}/${name}`;
  if (running === null) await startServer(place, cluster, port);
  else say('Found the database still running; taking it over.');

  const lock = await holdLock(urlOf('postgres'));
  await createDatabase(urlOf('postgres'));
  let stopping = false;
  let react = (): void => {};
  let session = lock;
  const watch = (client: pg.Client): void => {
    client.on('error', () => {});
    client.on('end', () => {
      if (!stopping) react();
    });
  };
  watch(session);
  return {
    url: urlOf(NAME),
    onLost(reaction) {
      react = reaction;
    },
    async restart() {
      if ((await findRunningPort(place, cluster)) === null) await startServer(place, cluster, port);
      session = await holdLock(urlOf('postgres'));
      watch(session);
    },
    async stop() {
      stopping = true;
      await session.end().catch(() => undefined);
      await pgCtl(place, ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', String(STOP_SECONDS)]).catch(() =>
        pgCtl(place, ['stop', '-D', cluster, '-m', 'immediate', '-w', '-t', '1']).catch(() => undefined),
      );
    },
  };
}

async function initialise(place: DatabasePlace, cluster: string, password: string): Promise<void> {
  const passwordFile = join(place.folder, 'initial-password');
  await rm(cluster, { recursive: true, force: true });
  await mkdir(cluster, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (place.runAs)
    for (const path of [cluster, passwordFile]) await chown(path, place.runAs.uid, place.runAs.gid);
  try {
    await run(
      place.binaries.initdb,
      [
        `--pgdata=${cluster}`,
        '--auth=scram-sha-256',
        `--username=${NAME}`,
        `--pwfile=${passwordFile}`,
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C',
      ],
      { ...place.runAs, cwd: place.folder },
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

async function startServer(place: DatabasePlace, cluster: string, port: number): Promise<void> {
  const options = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    '-c unix_socket_directories=',
    '-c max_connections=300',
    '-c shared_buffers=256MB',
    '-c jit=off',
    '-c max_wal_size=2GB',
  ].join(' ');
  const log = join(cluster, 'server.log');
  const args = ['start', '-D', cluster, '-l', log, '-w', '-t', String(START_SECONDS), '-o', options];
  for (let tries = 1; ; tries += 1) {
    try {
      await pgCtl(place, args);
      return;
    } catch (error) {
      if (tries === START_TRIES) throw new Error(await startFailure(log, error));
      await new Promise((resolve) => setTimeout(resolve, 500 * tries));
    }
  }
}

async function startFailure(log: string, error: unknown): Promise<string> {
  const tail = await readFile(log, 'utf8').then(
    (text) => text.slice(-2_000),
    () => String(error),
  );
  return `The database did not start. Its log ends with:\n${tail}`;
}

/** pg_ctl puts the server into a session of its own: Ctrl-C reaches the launcher only, which stops the database last. */
function pgCtl(place: DatabasePlace, args: string[]): Promise<unknown> {
  return new Promise((resolve, reject) => {
    // Pipes would be inherited by the server and stay open with it: hence none. What it says is in its log.
    const child = spawn(place.binaries.pgCtl, args, { ...place.runAs, cwd: place.folder, stdio: 'ignore' });
    child.on('error', reject);
    child.on('exit', (code) =>
      code === 0 ? resolve(null) : reject(new Error(`pg_ctl ${args[0]} ended with ${code}`)),
    );
  });
}

/** The port of a server that runs on this folder, read from its own pid file; null where none does. */
async function findRunningPort(place: DatabasePlace, cluster: string): Promise<number | null> {
  const pidFile = join(cluster, 'postmaster.pid');
  const lines = await readFile(pidFile, 'utf8').then(
    (text) => text.split('\n'),
    () => [],
  );
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!(pid > 0)) return null;
  // A killed server that nobody has reaped yet looks alive to pg_ctl and to PostgreSQL itself.
  if (await isUnreaped(pid)) {
    await rm(pidFile, { force: true });
    return null;
  }
  const runs = await pgCtl(place, ['status', '-D', cluster]).then(
    () => true,
    () => false,
  );
  return runs && port > 0 ? port : null;
}

/** Whether a process has ended and only its entry is left. */
async function isUnreaped(pid: number): Promise<boolean> {
  const state = await run('ps', ['-o', 'stat=', '-p', String(pid)]).then(
    ({ stdout }) => stdout.trim(),
    () => '',
  );
  return state.startsWith('Z');
}

async function holdLock(url: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'framewatch launcher',
    keepAlive: true,
  });
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [
    LAUNCHER_LOCK,
  ]);
  if (rows[0]?.held) return client;
  await client.end();
  throw new DataInUseError('Another Framewatch is running on the same data.');
}

async function createDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [NAME]);
    if (rowCount === 0) await client.query(`create database ${NAME}`);
  } finally {
    await client.end();
  }
}

/** One random password a data folder, readable by its owner alone. */
async function readPassword(folder: string): Promise<string> {
  const file = join(folder, 'password');
  const known = await readFile(file, 'utf8').catch(() => '');
  if (known.trim() !== '') return known.trim();
  const made = randomBytes(24).toString('base64url');
  await writeFile(file, `${made}\n`, { mode: 0o600 });
  return made;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no free port')),
      );
    });
  });
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );
