import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // One import or backfill. The position stands in `state` and is written with the rows, so a killed one goes on there.
  `create table load (
    id bigint generated always as identity primary key,
    kind text not null check (kind in ('import', 'backfill')), name text not null, fingerprint text not null,
    started_at timestamptz not null, finished_at timestamptz, state jsonb not null default '{}')`,
  'create unique index load_unfinished on load (fingerprint) where finished_at is null',
  // What it brought of each outlet, for the notes on charts: no chart counts a million articles for a note.
  `create table load_outlet (
    load_id bigint not null references load on delete cascade, outlet_id bigint not null references outlet,
    articles integer not null, first_at timestamptz not null, last_at timestamptz not null,
    primary key (load_id, outlet_id))`,
  // How an article came; one brought by an archive keeps how it had come before.
  `create table origin (
    id bigint generated always as identity primary key,
    load_id bigint not null references load, kind text not null check (kind in ('feed', 'import', 'backfill')),
    name text not null, at timestamptz not null, unique (load_id, kind, name, at))`,
  'alter table article add column origin_id bigint references origin',
  'create index article_by_origin on article (origin_id) where origin_id is not null',
  // What models of another Framewatch decided: they are not here, so it is kept as it was told.
  `create table earlier_decision (
    article_id bigint not null references article on delete cascade,
    beat_id text not null, model_version text not null, revision integer not null,
    language text not null, covered boolean not null, score real not null, relevance text not null, labels jsonb not null,
    primary key (article_id, beat_id, model_version, revision))`,
  // Pages to read when their host has nothing else to do; one a host is handed out at a time, and leaves the list.
  `create table waiting_page (
    id bigint generated always as identity primary key,
    canonical_key text not null unique, load_id bigint not null references load on delete cascade,
    host text not null, url text not null, outlet_id bigint not null references outlet, title text not null, feed_text text,
    stated_at timestamptz, offset_minutes integer, counted_at timestamptz not null, date_is_stated boolean not null)`,
  'create index waiting_page_by_host on waiting_page (host, id)',
  'create index waiting_page_by_load on waiting_page (load_id)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
