import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { Schema } from './schema.ts';

/** An open database: typed SQL, the pool under it, and its end. */
export interface Database {
  readonly sql: Kysely<Schema>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
}

/**
 * Opens a pool on a PostgreSQL address. Nothing is sent until the first query.
 * A broken connection fails its query; an idle one is dropped and reported to `onError`. The next query opens another.
 */
export function openDatabase(
  connectionString: string,
  { max = 8, onError = () => {} }: { max?: number; onError?: (error: Error) => void } = {},
): Database {
  const pool = new pg.Pool({ connectionString, max, application_name: 'framewatch' });
  pool.on('error', onError);
  // One that breaks while it is in use fails its query, and says so a second time as an event: unheard, that ends the process.
  pool.on('connect', (client) => client.on('error', () => {}));
  const sql = new Kysely<Schema>({ dialect: new PostgresDialect({ pool }) });
  return { sql, pool, close: () => sql.destroy() };
}
