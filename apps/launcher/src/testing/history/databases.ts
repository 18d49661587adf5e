import { createStore, openDatabase, type Store } from '@framewatch/store';
import { startTestPostgres } from '@framewatch/testing';
import { migrateAll } from '../../migrate-all.ts';

/** A real PostgreSQL with as many databases as a test asks for. */
export interface Databases {
  /** An empty one, brought up to date. */
  open(name: string): Promise<{ store: Store; url: string }>;
  stop(): Promise<void>;
}

export async function startDatabases(): Promise<Databases> {
  const postgres = await startTestPostgres();
  const admin = openDatabase(postgres.url, { max: 1 });
  const stores: Store[] = [];
  return {
    async open(name) {
      await admin.pool.query(`create database ${name}`);
      const url = new URL(postgres.url);
      url.pathname = `/${name}`;
      await migrateAll(url.href);
      const store = createStore(openDatabase(url.href, { max: 6 }));
      stores.push(store);
      return { store, url: url.href };
    },
    async stop() {
      for (const store of stores) await store.database.close();
      await admin.close();
      await postgres.stop();
    },
  };
}
