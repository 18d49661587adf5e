import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { loadSeeds } from '@framewatch/seed-loader';
import pg from 'pg';
import { startEmbeddedDatabase } from '../../database/embedded-database.ts';
import { migrateAll } from '../../migrate-all.ts';
import { type ArchiveSize, loadArchive } from './load-archive.ts';

export interface Archive {
  /** The address of the embedded database, as `npm start` runs it. */
  url: string;
  /** Charts over the archive end here. */
  end: Date;
  /** What made it, where it was loaded now; null where it was there. */
  loadedSeconds: number | null;
  /** Asks the database itself, as the naive SQL does. */
  query(text: string, values: unknown[]): Promise<unknown>;
  stop(): Promise<void>;
}

/** The beat that the archive is classified by. */
export const BEAT = 'us-japan-alliance';

/**
 * Starts the embedded PostgreSQL on a folder and fills it with a made-up archive where it holds none yet. A load that was
 * broken off is refused: the folder has to be removed first.
 */
export async function openArchive(
  folder: string,
  size: ArchiveSize,
  seedsFolder: string,
  say: (line: string) => void,
  onProgress: (done: number) => void,
): Promise<Archive> {
  const place = resolve(folder);
  await mkdir(place, { recursive: true });
  const database = await startEmbeddedDatabase(join(place, 'database'), say);
  try {
    await migrateAll(database.url);
    const known = await readFile(join(place, 'archive.json'), 'utf8').catch(() => null);
    if (known !== null) {
      const { end, ...made } = JSON.parse(known) as ArchiveSize & { end: string };
      if (JSON.stringify(made) !== JSON.stringify(size))
        throw new Error(`${place} holds another archive (${known.trim()}): name another folder.`);
      return archiveOf(database, new Date(end), null);
    }
    const end = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000);
    const began = performance.now();
    await load(database.url, place, size, seedsFolder, end, onProgress);
    await writeFile(join(place, 'archive.json'), `${JSON.stringify({ ...size, end: end.toISOString() })}\n`);
    return archiveOf(database, end, (performance.now() - began) / 1000);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

function archiveOf(
  { url, stop }: { url: string; stop(): Promise<void> },
  end: Date,
  loadedSeconds: number | null,
): Archive {
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  pool.on('error', () => {});
  return {
    url,
    end,
    loadedSeconds,
    query: (text, values) => pool.query(text, values),
    async stop() {
      await pool.end();
      await stop();
    },
  };
}

async function load(
  url: string,
  place: string,
  size: ArchiveSize,
  seedsFolder: string,
  end: Date,
  onProgress: (done: number) => void,
): Promise<void> {
  const beat = await loadSeeds(join(seedsFolder, BEAT));
  if ('problems' in beat) throw new Error(`The seeds in ${seedsFolder} have mistakes.`);
  const files = join(place, 'copy');
  await mkdir(files, { recursive: true });
  // The server reads the files, as an account of its own where root runs this.
  await chmod(place, 0o755);
  await chmod(files, 0o755);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: string }>('select count(*) as n from article');
    if (rows[0]?.n !== '0') throw new Error(`${place} holds a load that was broken off: remove it first.`);
    await loadArchive(client, files, size, beat.seeds, end, onProgress);
  } finally {
    await client.end();
  }
}
