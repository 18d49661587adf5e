import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // When the page is due to be read again (null: not planned), failed tries since, and the page as it answered last.
  `alter table article
    add column reread_at timestamptz, add column reread_tries smallint not null default 0,
    add column gone_at timestamptz,
    add column page_url text, add column page_etag text, add column page_last_modified text`,
  'create index article_reread_due on article (reread_at) where reread_at is not null',
  // Each time that a page was asked for again, and what came of it.
  `create table rereading (
    id bigint generated always as identity primary key,
    article_id bigint not null references article on delete cascade,
    at timestamptz not null, why text not null, outcome text not null, note text)`,
  'create index rereading_by_article on rereading (article_id, at)',
  // Articles of the last week get the reading that is still ahead of them.
  `update article set reread_at = first_seen_at + interval '7 days'
    where read_at is not null and first_seen_at > now() - interval '7 days' and text_source <> 'import'`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
