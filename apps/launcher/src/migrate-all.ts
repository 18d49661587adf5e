import { migrateQueues } from '@framewatch/jobs';
import { migrate, openDatabase } from '@framewatch/store';
import pg from 'pg';

/** The one place where schemas change: the product's own, and the queue's where jobs wait in PostgreSQL. Returns what ran. */
export async function migrateAll(databaseUrl: string): Promise<string[]> {
  const database = openDatabase(databaseUrl, { max: 2 });
  try {
    const ran = await migrate(database);
    const client = new pg.Client({ connectionString: databaseUrl });
    client.on('error', () => {});
    await client.connect();
    try {
      await migrateQueues(client);
    } finally {
      await client.end();
    }
    return ran;
  } finally {
    await database.close();
  }
}
