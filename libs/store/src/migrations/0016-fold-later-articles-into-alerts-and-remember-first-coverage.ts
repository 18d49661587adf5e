import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // Why an alert was raised, in codes that a reader's own language can word; null on alerts from before.
  'alter table alert add column why_parts jsonb',

  // Later articles of a story, folded into the alert that was raised of it.
  `create table alert_update (
    id bigint generated always as identity primary key,
    alert_id bigint not null references alert on delete cascade,
    article_id bigint not null references article on delete cascade,
    at timestamptz not null, unique (alert_id, article_id))`,

  // Which article a rule took for an outlet's first on a topic ('' for the beat), so that two at once are one occurrence.
  `create table alert_first (
    id bigint generated always as identity primary key,
    rule_id text not null, outlet_id bigint not null references outlet on delete cascade, topic text not null,
    counted_at timestamptz not null)`,
  'create index alert_first_of_rule on alert_first (rule_id, outlet_id, topic, counted_at)',

  // Since when a rule has had the conditions that it has: what was under way before is not news to it.
  'create table alert_rule_state (rule_id text primary key, conditions text not null, since timestamptz not null)',

  // Whether the feed's failures weighed enough, with this check, to call it failing; null on checks from before.
  'alter table feed_check add column failing boolean',
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
