import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // The sitemaps of an index that were read last, with their validators; null for a feed that is no index.
  'alter table feed add column sitemaps jsonb',
  // What somebody asked to see of a site before adding its feeds; the job that looks carries the id alone.
  `create table feed_preview (
    id bigint generated always as identity primary key,
    address text not null, asked_at timestamptz not null default now(), started_at timestamptz, finished_at timestamptz,
    answer jsonb)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
