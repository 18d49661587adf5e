import { execFile } from 'node:child_process';
import { cp, mkdir, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresBinaries } from './postgres-binaries.ts';

const run = promisify(execFile);

/** The user that PostgreSQL runs as; undefined: the user who started the program. */
export interface RunAs {
  uid: number;
  gid: number;
}

/** Where the database lives and as whom it runs. */
export interface DatabasePlace {
  folder: string;
  binaries: PostgresBinaries;
  runAs: RunAs | undefined;
}

/** Where root keeps what a closed home folder would hide from the database's own user. */
const ROOT_PLACE = '/var/lib/framewatch';

/**
 * PostgreSQL refuses to run as root. As root, a system user `postgres` runs it (made where there is none), and where
 * that user cannot reach the wanted folder or the programs (a closed home folder), both move to /var/lib/framewatch.
 */
export async function chooseDatabasePlace(
  wanted: string,
  binaries: PostgresBinaries,
  say: (line: string) => void,
): Promise<DatabasePlace> {
  if (process.getuid?.() !== 0) return { folder: wanted, binaries, runAs: undefined };
  const runAs = await findOrMakeUser(say);
  const folder = (await canReach(dirname(wanted), runAs))
    ? wanted
    : join(ROOT_PLACE, wanted.replaceAll(/[^A-Za-z0-9]+/g, '-').replace(/^-/, ''));
  if (folder !== wanted)
    say(`The folder ${wanted} is closed to the user postgres; the database is kept in ${folder}.`);
  const reachable = (await canReach(dirname(binaries.postgres), runAs))
    ? binaries
    : await copyBinaries(binaries);
  return { folder, binaries: reachable, runAs };
}

async function findOrMakeUser(say: (line: string) => void): Promise<RunAs> {
  const known = await idsOf('postgres');
  if (known) return known;
  say('Making a system user "postgres": PostgreSQL refuses to run as root.');
  try {
    await run('useradd', [
      '--system',
      '--user-group',
      '--no-create-home',
      '--shell',
      '/usr/sbin/nologin',
      'postgres',
    ]);
  } catch {
    // Alpine and other BusyBox systems.
    await run('adduser', ['-S', '-D', '-H', 'postgres']).catch(() => undefined);
  }
  const made = await idsOf('postgres');
  if (!made)
    throw new Error(
      'PostgreSQL refuses to run as root, and no user could be made for it. Start Framewatch as an ordinary user.',
    );
  return made;
}

async function idsOf(user: string): Promise<RunAs | null> {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => Number((await run('id', [flag, user])).stdout)),
    );
    return uid === undefined || gid === undefined ? null : { uid, gid };
  } catch {
    return null;
  }
}

/** Whether a user may pass through every folder down to this one. A missing folder will be made by root, open. */
async function canReach(path: string, { uid, gid }: RunAs): Promise<boolean> {
  for (let at = resolve(path); ; at = dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found) {
      const bit = found.uid === uid ? 0o100 : found.gid === gid ? 0o010 : 0o001;
      if ((found.mode & bit) === 0) return false;
    }
    if (at === dirname(at)) return true;
  }
}

async function copyBinaries(binaries: PostgresBinaries): Promise<PostgresBinaries> {
  const source = dirname(dirname(binaries.postgres));
  const target = join(ROOT_PLACE, 'postgresql');
  await mkdir(target, { recursive: true, mode: 0o755 });
  await cp(source, target, { recursive: true, force: true, verbatimSymlinks: true });
  const bin = join(target, 'bin');
  return { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl') };
}
