import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // What the page last read says of itself; all null where none was read. The image's address is kept, never fetched.
  `alter table article
    add column modified_at timestamptz, add column modified_offset_minutes integer,
    add column site_name text, add column section text, add column lead_image text,
    add column truncation text check (truncation in ('paywall', 'cut', 'size'))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
