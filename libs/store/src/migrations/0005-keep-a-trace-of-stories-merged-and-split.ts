import { type Kysely, sql } from 'kysely';

const STATEMENTS = [
  // What an article has in common with reports in another script, for the index.
  "alter table article add column bridge_terms text[] not null default '{}'",
  'create index article_bridge_terms on article using gin (bridge_terms)',
  // Counts up with every decision about stories, so that whoever looked before the lock sees what came since.
  'create sequence story_decision',
  'alter table article add column story_decision bigint',
  'create index article_by_story_decision on article (story_decision)',

  // Under these stories' ids an alert about this one may have been raised: its own, those merged in, the one it left.
  "alter table story add column alerted_as bigint[] not null default '{}', add column split_from bigint references story",
  'update story set alerted_as = array[id]',
  `update story set alerted_as = alerted_as || (select coalesce(array_agg(m.id), '{}') from story m where m.merged_into = story.id)
    where merged_into is null`,
  `create table story_change (
    id bigint generated always as identity primary key,
    what text not null check (what in ('merged', 'split')),
    from_story bigint not null references story, into_story bigint not null references story,
    articles integer not null, why text not null, at timestamptz not null default now())`,
  'create index story_change_from on story_change (from_story)',
  'create index story_change_into on story_change (into_story)',
  `insert into story_change (what, from_story, into_story, articles, why, at)
    select 'merged', s.id, s.merged_into, 0, 'merged before traces were kept', s.created_at from story s where s.merged_into is not null`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
}
