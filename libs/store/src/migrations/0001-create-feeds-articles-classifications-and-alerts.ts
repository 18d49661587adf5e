import { type Kysely, sql } from 'kysely';

/** The first schema. Each statement stands alone, so that a failing one is named by PostgreSQL itself. */
const STATEMENTS = [
  `create table config_version (
    id bigint generated always as identity primary key,
    kind text not null, hash text not null, content jsonb not null, problems jsonb not null default '[]',
    accepted_at timestamptz not null default now())`,
  'create index config_version_newest on config_version (kind, id desc)',

  `create table outlet (
    id bigint generated always as identity primary key,
    name text not null unique, country text not null, outlet_group text not null, language text not null)`,

  `create table feed (
    id bigint generated always as identity primary key,
    url text not null unique, current_url text not null,
    outlet_id bigint not null references outlet, title text, language text not null,
    reader text, fixed_interval_minutes integer, config_line integer,
    in_config boolean not null default true, paused_reason text,
    etag text, last_modified text, body_hash text, not_modified_in_a_row integer not null default 0, last_whole_at timestamptz,
    next_check_at timestamptz, next_check_reason text, reserved_start_at timestamptz,
    last_check_at timestamptz, last_success_at timestamptz, failing_since timestamptz,
    error_weight real not null default 0, http_status integer, last_error text,
    last_outcome text, last_entries integer, truncated boolean not null default false, used_reader text not null default 'own',
    first_polled_at timestamptz, recent_entry_times timestamptz[] not null default '{}', wishes jsonb,
    added_at timestamptz not null default now(), removed_at timestamptz)`,
  'create index feed_due on feed (next_check_at) where in_config and paused_reason is null',

  `create table feed_check (
    id bigint generated always as identity primary key,
    feed_id bigint not null references feed on delete cascade, at timestamptz not null default now(),
    outcome text not null, http_status integer, entries integer not null, new_entries integer not null,
    bytes integer not null, duration_ms integer not null, error text,
    next_check_at timestamptz, next_check_reason text)`,
  'create index feed_check_by_feed on feed_check (feed_id, at desc)',
  'create index feed_check_by_time on feed_check using brin (at)',

  `create table coverage_gap (
    id bigint generated always as identity primary key,
    feed_id bigint not null references feed on delete cascade,
    from_at timestamptz not null, to_at timestamptz, reason text not null, healed boolean not null default false)`,
  'create unique index coverage_gap_open on coverage_gap (feed_id) where to_at is null',
  'create index coverage_gap_by_time on coverage_gap (from_at)',

  `create table host_gate (
    host text primary key, next_start_at timestamptz not null default '1970-01-01', last_start_at timestamptz,
    blocked_until timestamptz, blocked_reason text)`,
  `create table host_lease (
    token uuid primary key default gen_random_uuid(), host text not null, expires_at timestamptz not null)`,
  'create index host_lease_by_host on host_lease (host, expires_at)',
  `create table robots (
    origin text primary key, body text, status text not null, fetched_at timestamptz not null, expires_at timestamptz not null)`,

  `create table story (
    id bigint generated always as identity primary key,
    title text not null, first_at timestamptz not null, last_at timestamptz not null,
    merged_into bigint references story, created_at timestamptz not null default now())`,

  `create table article (
    id bigint generated always as identity primary key,
    canonical_key text not null unique, url text not null,
    outlet_id bigint not null references outlet, title text not null, text text not null default '',
    authors text[] not null default '{}', language text not null default 'und',
    stated_at timestamptz, offset_minutes integer,
    counted_at timestamptz not null, date_is_stated boolean not null, first_seen_at timestamptz not null default now(),
    text_source text not null default 'none', feed_text text, feed_text_is_whole boolean not null default false,
    extraction_method text, extraction_quality real, extraction_note text, canonical_url text,
    content_hash text, revision integer not null default 1,
    signature jsonb, bands text[] not null default '{}', story_terms text[] not null default '{}',
    copy_of bigint references article, story_id bigint references story,
    fate text not null default 'found', fate_reason text,
    is_news boolean not null, synthetic boolean not null default false,
    read_at timestamptz, grouped_at timestamptz,
    attempts integer not null default 0, reserved_start_at timestamptz, touched_at timestamptz not null default now(),
    search tsvector)`,
  'create index article_by_counted on article (counted_at desc, id desc)',
  'create index article_by_outlet on article (outlet_id, counted_at desc)',
  'create index article_by_story on article (story_id)',
  'create index article_by_copy on article (copy_of) where copy_of is not null',
  'create index article_search on article using gin (search)',
  'create index article_bands on article using gin (bands)',
  'create index article_story_terms on article using gin (story_terms)',
  "create index article_unfinished on article (touched_at) where fate in ('found', 'read', 'grouped')",

  `create table sighting (
    article_id bigint not null references article on delete cascade, feed_id bigint not null references feed on delete cascade,
    guid text not null, url text not null, entry_hash text not null, seen_at timestamptz not null default now(),
    primary key (feed_id, guid))`,
  'create index sighting_by_article on sighting (article_id)',

  `create table revision (
    article_id bigint not null references article on delete cascade, number integer not null,
    seen_at timestamptz not null default now(), title text not null, text text not null, content_hash text,
    changed text[] not null default '{}', primary key (article_id, number))`,

  `create table model (
    id bigint generated always as identity primary key,
    beat_id text not null, version text not null, seed_hash text not null, seeds jsonb not null,
    background jsonb not null, corrections jsonb not null default '[]',
    status text not null check (status in ('preparing', 'active', 'retired')),
    created_at timestamptz not null default now(), activated_at timestamptz, retired_at timestamptz,
    unique (beat_id, version))`,
  "create unique index model_active on model (beat_id) where status = 'active'",
  "create unique index model_preparing on model (beat_id) where status = 'preparing'",

  `create table classification (
    id bigint generated always as identity primary key,
    article_id bigint not null references article on delete cascade, revision integer not null,
    beat_id text not null, model_id bigint not null references model on delete cascade,
    language text not null, covered boolean not null,
    relevance_score real not null, relevance_decision text not null, relevance jsonb not null, briefs jsonb not null,
    created_at timestamptz not null default now(), alerted_at timestamptz,
    unique (article_id, model_id, revision))`,
  'create index classification_by_model on classification (model_id, article_id)',
  'create index classification_unalerted on classification (created_at) where alerted_at is null',
  `create table label (
    classification_id bigint not null references classification on delete cascade,
    kind text not null, label_id text not null, score real not null, decision text not null,
    primary key (classification_id, kind, label_id))`,
  `create table evidence (
    classification_id bigint not null references classification on delete cascade, ordinal integer not null,
    kind text not null, label_id text not null, sentence jsonb not null, weight real not null,
    terms jsonb not null, voice jsonb not null, primary key (classification_id, ordinal))`,

  `create table correction (
    id bigint generated always as identity primary key,
    article_id bigint not null references article on delete cascade, beat_id text not null,
    kind text not null, label_id text not null, decision text not null check (decision in ('yes', 'no')),
    made_at timestamptz not null default now(), withdrawn_at timestamptz)`,
  `create unique index correction_in_force on correction (article_id, beat_id, kind, label_id) where withdrawn_at is null`,

  `create table trend_fact (
    article_id bigint not null references article on delete cascade, model_id bigint not null references model on delete cascade,
    beat_id text not null, counted_at timestamptz not null, outlet_id bigint not null references outlet,
    story_id bigint, language text not null, relevant boolean not null, unclear boolean not null, in_framing boolean not null,
    topics text[] not null, frames text[] not null, revision integer not null, measured_at timestamptz not null default now(),
    primary key (model_id, article_id))`,
  'create index trend_fact_by_time on trend_fact (model_id, counted_at) include (outlet_id, story_id, relevant, in_framing)',
  'create index trend_fact_relevant on trend_fact (model_id, counted_at) include (outlet_id, story_id, topics, frames) where relevant',

  `create table alert (
    id bigint generated always as identity primary key,
    rule_id text not null, rule_name text not null, occurrence_key text not null, on_kind text not null, beat_id text,
    title text not null, article_id bigint references article on delete set null, url text, outlet text,
    labels text[] not null default '{}', why text not null, quotes jsonb not null default '[]',
    synthetic boolean not null default false, raised_at timestamptz not null default now(), read_at timestamptz,
    unique (rule_id, occurrence_key))`,
  'create index alert_newest on alert (raised_at desc, id desc)',
  `create table delivery (
    id bigint generated always as identity primary key,
    alert_id bigint not null references alert on delete cascade, channel_id text not null,
    delivery_key uuid not null unique default gen_random_uuid(),
    state text not null default 'waiting', attempts integer not null default 0,
    next_try_at timestamptz not null default now(), sent_at timestamptz, error text,
    created_at timestamptz not null default now(), unique (alert_id, channel_id))`,
  "create index delivery_waiting on delivery (next_try_at) where state = 'waiting'",

  `create table note (
    id bigint generated always as identity primary key, beat_id text, at timestamptz not null, kind text not null,
    text text not null, created_at timestamptz not null default now())`,
  `create table event (
    id bigint generated always as identity primary key, kind text not null, payload jsonb not null, at timestamptz not null default now())`,
  `create table audit (
    id bigint generated always as identity primary key, at timestamptz not null default now(), what text not null, detail jsonb not null)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
