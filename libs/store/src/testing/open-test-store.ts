import { startTestPostgres } from '@framewatch/testing';
import { type Database, openDatabase } from '../database.ts';
import { migrate } from '../migrate.ts';
import { createStore, type Store } from '../store.ts';

export interface TestStore {
  store: Store;
  database: Database;
  url: string;
  stop(): Promise<void>;
}

/** A store over a real, migrated PostgreSQL of its own. */
export async function openTestStore(): Promise<TestStore> {
  const postgres = await startTestPostgres();
  const database = openDatabase(postgres.url, { max: 25 });
  await migrate(database);
  return {
    store: createStore(database),
    database,
    url: postgres.url,
    async stop() {
      await database.close();
      await postgres.stop();
    },
  };
}
