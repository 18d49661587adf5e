import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Environment } from '@framewatch/config';
import { assertSchemaIsCurrent, createStore, openDatabase, type Store } from '@framewatch/store';

/** The address of DATABASE_URL, or of the database of the Framewatch that runs on this data folder. */
export async function runningDatabaseUrl({ databaseUrl, dataFolder }: Environment): Promise<string> {
  if (databaseUrl !== undefined) return databaseUrl;
  const file = join(resolve(dataFolder), 'database-url');
  return readFile(file, 'utf8').then(
    (text) => text.trim(),
    () => {
      throw new Error('No Framewatch runs on this data folder: start it first, or give DATABASE_URL.');
    },
  );
}

/** Runs `work` on the store of a running Framewatch. Throws where it does not answer or has another schema. */
export async function withRunningStore(
  environment: Environment,
  work: (store: Store, url: string) => Promise<void>,
): Promise<void> {
  const url = await runningDatabaseUrl(environment);
  const store = createStore(openDatabase(url, { max: 6 }));
  try {
    await store.database.pool.query('select 1').catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new Error(`The database does not answer (${why}). Start Framewatch first, or give DATABASE_URL.`);
    });
    await assertSchemaIsCurrent(store.database);
    await work(store, url);
  } finally {
    await store.database.close();
  }
}
