import { type Kysely, sql } from 'kysely';

/** WebSub: the hub that a feed names, our subscriptions there, pushes that wait to be read, news that no push brought. */
const STATEMENTS = [
  'alter table feed add column hub_url text, add column topic_url text',

  `create table feed_subscription (
    id bigint generated always as identity primary key,
    feed_id bigint not null references feed on delete cascade,
    token text not null unique, address text not null, hub text not null, topic text not null, secret text not null,
    state text not null default 'requested'
      check (state in ('requested', 'verified', 'refused', 'expired', 'unsubscribing')),
    asked text check (asked in ('subscribe', 'unsubscribe')), asked_at timestamptz,
    attempts integer not null default 0, next_try_at timestamptz not null, reserved_start_at timestamptz,
    verified_since timestamptz, lease_ends_at timestamptz, last_error text,
    last_push_at timestamptz, in_a_row integer not null default 0,
    distrusted_at timestamptz, recent_hashes text[] not null default '{}',
    taken integer not null default 0, forged integer not null default 0, repeated integer not null default 0,
    unreadable integer not null default 0, too_large integer not null default 0,
    created_at timestamptz not null default now())`,
  "create unique index feed_subscription_living on feed_subscription (feed_id) where state <> 'unsubscribing'",
  'create index feed_subscription_due on feed_subscription (next_try_at)',

  `create table feed_push (
    id bigint generated always as identity primary key,
    subscription_id bigint not null references feed_subscription on delete cascade,
    received_at timestamptz not null, content_type text, body bytea not null, attempts integer not null default 0)`,
  'create index feed_push_by_subscription on feed_push (subscription_id)',

  `create table feed_unpushed (
    subscription_id bigint not null references feed_subscription on delete cascade, guid text not null,
    found_at timestamptz not null, primary key (subscription_id, guid))`,
  'create index feed_unpushed_by_time on feed_unpushed (found_at)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
