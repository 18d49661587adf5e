import { type Transaction, sql as raw } from 'kysely';
import type { Schema } from '../../schema.ts';

type Sql = Transaction<Schema>;

/** One at a time decides about stories, across all workers, until its transaction ends. */
export async function lockStories(trx: Sql): Promise<void> {
  await raw`select pg_advisory_xact_lock(hashtext('framewatch.stories'))`.execute(trx);
}

export async function createStory(trx: Sql, title: string, at: Date): Promise<string> {
  const { rows } = await raw<{ id: string }>`
    with made as (select nextval(pg_get_serial_sequence('story', 'id')) as id)
    insert into story (id, title, first_at, last_at, alerted_as) overriding system value
    select id, ${title}, ${at}, ${at}, array[id] from made returning id`.execute(trx);
  return rows[0]!.id;
}

/**
 * All articles of `from` become articles of `into`, facts of charts with them, and `into` counts as alerted wherever
 * `from` was.
 */
export async function mergeStories(trx: Sql, from: string, into: string, why: string): Promise<void> {
  await raw`
    update story set merged_into = ${into} where id = ${from}`.execute(trx);
  await raw`
    update story set alerted_as = array(select distinct unnest(story.alerted_as || other.alerted_as) order by 1),
      first_at = least(story.first_at, other.first_at), last_at = greatest(story.last_at, other.last_at)
    from story other where story.id = ${into} and other.id = ${from}`.execute(trx);
  const articles = await moveArticles(trx, from, into, null);
  await trx
    .insertInto('story_change')
    .values({ what: 'merged', from_story: from, into_story: into, articles, why })
    .execute();
}

/**
 * Some articles of a story become one of their own, which counts as alerted wherever the story was. Returns its id, or
 * null where one of the articles is in another story by now.
 */
export async function splitStory(
  trx: Sql,
  from: string,
  articleIds: string[],
  why: string,
): Promise<string | null> {
  const { rows } = await raw<{ id: string; title: string; first: Date; last: Date; n: string }>`
    select (array_agg(title order by counted_at, id))[1] as title, min(counted_at) as first, max(counted_at) as last,
      count(*) as n from article where id = any(${articleIds}::bigint[]) and story_id = ${from}`.execute(trx);
  const [part] = rows;
  if (part === undefined || Number(part.n) !== articleIds.length) return null;
  const into = await createStory(trx, part.title, part.first);
  await raw`
    update story set split_from = ${from}, last_at = ${part.last}, alerted_as = array(
      select distinct unnest(story.alerted_as || other.alerted_as) order by 1)
    from story other where story.id = ${into} and other.id = ${from}`.execute(trx);
  const articles = await moveArticles(trx, from, into, articleIds);
  await raw`
    update story set first_at = rest.first, last_at = rest.last
    from (select min(counted_at) as first, max(counted_at) as last from article where story_id = ${from}) rest
    where story.id = ${from} and rest.first is not null`.execute(trx);
  await trx
    .insertInto('story_change')
    .values({ what: 'split', from_story: from, into_story: into, articles, why })
    .execute();
  return into;
}

/** `only`: null for all. Facts follow their articles, whose rows are locked first, as a measuring stage locks them. */
async function moveArticles(trx: Sql, from: string, into: string, only: string[] | null): Promise<number> {
  const { rows } = await raw<{ id: string }>`
    update article set story_id = ${into}, story_decision = nextval('story_decision')
    where story_id = ${from} ${only === null ? raw`` : raw`and id = any(${only}::bigint[])`} returning id`.execute(
    trx,
  );
  const ids = rows.map(({ id }) => id);
  await raw`update trend_fact set story_id = ${into} where article_id = any(${ids}::bigint[])`.execute(trx);
  return ids.length;
}
