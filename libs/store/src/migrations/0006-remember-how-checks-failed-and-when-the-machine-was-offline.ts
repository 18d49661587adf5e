import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // The kind of a failure, so that nothing is decided by matching its message.
  'alter table feed_check add column failure text, add column reader text',
  `alter table feed add column last_failure text, add column offline_since timestamptz,
     add column second_reader_uses integer not null default 0, add column same_as text`,
  'create index feed_offline on feed (id) where offline_since is not null',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
