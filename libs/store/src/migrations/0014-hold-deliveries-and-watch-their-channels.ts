import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // Several deliveries of one channel in one message: one for each instant at which what was held came due.
  `create table delivery_bundle (
    id bigint generated always as identity primary key,
    channel_id text not null, due_at timestamptz not null, why text not null,
    delivery_key uuid not null unique default gen_random_uuid(),
    state text not null default 'waiting', attempts integer not null default 0,
    next_try_at timestamptz not null default now(), sent_at timestamptz, error text,
    created_at timestamptz not null default now(), unique (channel_id, due_at))`,
  "create index delivery_bundle_waiting on delivery_bundle (channel_id, next_try_at) where state = 'waiting'",

  `alter table delivery add column rule_id text, add column held_by text, add column due_at timestamptz,
    add column bundle_id bigint references delivery_bundle on delete set null`,
  'update delivery d set rule_id = a.rule_id from alert a where a.id = d.alert_id',
  'alter table delivery alter column rule_id set not null',
  'drop index delivery_waiting',
  "create index delivery_waiting on delivery (channel_id, next_try_at, id) where state = 'waiting' and bundle_id is null",
  "create index delivery_held on delivery (due_at) where state = 'held'",
  'create index delivery_by_bundle on delivery (bundle_id) where bundle_id is not null',
  'create index delivery_by_channel on delivery (channel_id, id desc)',

  // One row an attempt, of a delivery or of a bundle.
  `create table delivery_try (
    id bigint generated always as identity primary key,
    delivery_id bigint references delivery on delete cascade, bundle_id bigint references delivery_bundle on delete cascade,
    at timestamptz not null, outcome text not null, message text)`,
  'create index delivery_try_by_delivery on delivery_try (delivery_id) where delivery_id is not null',
  'create index delivery_try_by_bundle on delivery_try (bundle_id) where bundle_id is not null',

  // How each channel is doing: every worker leaves one that is down alone until its next try.
  `create table alert_channel (
    channel_id text primary key, failures integer not null default 0, pauses integer not null default 0,
    failing_since timestamptz, error text, gave_up boolean not null default false,
    next_try_at timestamptz, probe_until timestamptz, last_sent_at timestamptz,
    noticed_since timestamptz, noticed_at timestamptz, missing_since timestamptz, unusable text)`,
  // Messages that a channel carried in an hour or day that has a cap.
  `create table channel_window (
    channel_id text not null, starts_at timestamptz not null, used integer not null,
    primary key (channel_id, starts_at))`,
  // When the newest message with an alert of a rule goes or went over a channel: a cool-down counts from it.
  `create table rule_message (
    rule_id text not null, channel_id text not null, last_at timestamptz not null,
    primary key (rule_id, channel_id))`,
  `create table alert_snooze (
    id bigint generated always as identity primary key,
    rule_id text, channel_id text, until_at timestamptz, since timestamptz not null, ended_at timestamptz)`,
  'create index alert_snooze_in_force on alert_snooze (id) where ended_at is null',
  // What the holds in force were decided by, so that a change decides them anew, once.
  `create table hold_basis (one boolean primary key default true check (one), basis text not null)`,

  // A message that says that it is a test; asked for by a person, through the API.
  `create table channel_test (
    id bigint generated always as identity primary key,
    channel_id text not null, delivery_key uuid not null unique default gen_random_uuid(),
    asked_at timestamptz not null, taken_at timestamptz, outcome text, message text)`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
