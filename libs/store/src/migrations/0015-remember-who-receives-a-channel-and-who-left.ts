import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // Made once by whichever process needs one first; they leave the database for nobody.
  `create table installation_secret (
    name text primary key, value text not null, created_at timestamptz not null default now()
  )`,
  `create table push_subscription (
    id bigint generated always as identity primary key,
    channel_id text not null, endpoint text not null, p256dh text not null, auth text not null,
    label text not null, language text not null check (language in ('en', 'ja')),
    created_at timestamptz not null default now(), served_at timestamptz,
    unique (channel_id, endpoint)
  )`,
  // An empty rule_id: the whole channel.
  `create table unsubscription (
    channel_id text not null, recipient text not null, rule_id text not null default '',
    created_at timestamptz not null default now(),
    primary key (channel_id, recipient, rule_id)
  )`,
  // Under which key whom a message has reached, so that another attempt leaves them out.
  `create table delivery_recipient (
    delivery_key text not null, recipient text not null, at timestamptz not null default now(),
    primary key (delivery_key, recipient)
  )`,
  'create index delivery_recipient_by_age on delivery_recipient (at)',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
