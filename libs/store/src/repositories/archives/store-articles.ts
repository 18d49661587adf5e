import type { ArchivedArticle } from '@framewatch/contracts';
import { type RawBuilder, sql as raw } from 'kysely';
import type { Database } from '../../database.ts';
import { ARTICLE_COLUMNS, type ArticleToStore, articleRow } from './article-row.ts';

type Sql = Database['sql'];

/** Ids by what names them, so that a batch needs one look. */
export interface KnownFeeds {
  /** Feeds by address. */
  feeds: ReadonlyMap<string, string>;
}

/**
 * Stores archived articles whose address is new, with all that came with them, in a few statements; gives the ids of
 * those that are new. To be called within a transaction.
 */
export async function storeArticles(
  trx: Sql,
  articles: readonly ArticleToStore[],
  originOf: (article: ArticleToStore) => string,
  { feeds }: KnownFeeds,
  now: Date,
): Promise<Map<string, string>> {
  // In one order everywhere: two processes with the same articles must not wait for each other in a circle.
  const inOrder = [...articles].sort((a, b) => (a.canonicalKey < b.canonicalKey ? -1 : 1));
  const rows = inOrder.map((article) => articleRow(article, originOf(article), now));
  const { rows: made } = await insertArticles(rows).execute(trx);
  const ids = new Map(made.map(({ canonical_key, id }) => [canonical_key, id]));
  const fresh = inOrder.flatMap(({ line, canonicalKey, restored }) => {
    const id = ids.get(canonicalKey);
    return id === undefined ? [] : [{ id, line, restored }];
  });
  await insertRevisions(trx, fresh.flatMap(revisionsOf));
  await insertAll(
    trx,
    'sighting',
    {
      article_id: 'bigint',
      feed_id: 'bigint',
      guid: 'text',
      url: 'text',
      entry_hash: 'text',
      seen_at: 'timestamptz',
    },
    fresh.flatMap(({ id, line }) =>
      (line.sightings ?? [])
        .filter(({ feed }) => feeds.has(feed))
        .map(({ feed, guid, url, entryHash, seenAt }) => ({
          article_id: id,
          feed_id: feeds.get(feed),
          guid,
          url,
          entry_hash: entryHash,
          seen_at: seenAt,
        })),
    ),
  );
  await insertHistory(trx, fresh);
  return ids;
}

/** What people and models said of the articles, and how often their pages were asked for again. */
async function insertHistory(trx: Sql, fresh: { id: string; line: ArchivedArticle }[]): Promise<void> {
  await insertAll(
    trx,
    'rereading',
    { article_id: 'bigint', at: 'timestamptz', why: 'text', outcome: 'text', note: 'text' },
    fresh.flatMap(({ id, line }) => (line.rereadings ?? []).map((one) => ({ article_id: id, ...one }))),
  );
  await insertAll(
    trx,
    'correction',
    {
      article_id: 'bigint',
      beat_id: 'text',
      kind: 'text',
      label_id: 'text',
      decision: 'text',
      said: 'text',
      said_score: 'real',
      sampled: 'text',
      made_at: 'timestamptz',
      withdrawn_at: 'timestamptz',
    },
    fresh.flatMap(({ id, line }) =>
      (line.corrections ?? []).map((one) => ({
        article_id: id,
        beat_id: one.beat,
        kind: one.kind,
        label_id: one.label,
        decision: one.decision,
        said: one.said,
        said_score: one.saidScore ?? null,
        sampled: one.sampled ?? null,
        made_at: one.madeAt,
        withdrawn_at: one.withdrawnAt,
      })),
    ),
  );
  await insertAll(
    trx,
    'earlier_decision',
    {
      article_id: 'bigint',
      beat_id: 'text',
      model_version: 'text',
      revision: 'integer',
      language: 'text',
      covered: 'boolean',
      score: 'real',
      relevance: 'text',
      labels: 'jsonb',
    },
    fresh.flatMap(({ id, line }) =>
      (line.decisions ?? []).map(({ beat, model, ...one }) => ({
        article_id: id,
        beat_id: beat,
        model_version: model,
        ...one,
      })),
    ),
  );
}

const insertArticles = (rows: readonly object[]): RawBuilder<{ id: string; canonical_key: string }> => {
  const names = Object.keys(ARTICLE_COLUMNS);
  return raw`
    with given as materialized (
      select * from json_to_recordset(${JSON.stringify(rows)}::json)
        as r(${raw.raw(typed(ARTICLE_COLUMNS))}, authors json, search_words text)),
    made as (
      insert into article (${raw.raw(names.join(', '))}, authors)
      select ${raw.raw(names.map((name) => `r.${name}`).join(', '))}, array(select json_array_elements_text(r.authors))
      from given r on conflict (canonical_key) do nothing returning id, canonical_key),
    indexed as (
      insert into article_words (article_id, words)
      select made.id, to_tsvector('english', coalesce(r.search_words, '')) from made join given r using (canonical_key)
      on conflict do nothing)
    select id, canonical_key from made`;
};

/** Many rows as one parameter. What is there already stays. */
async function insertAll(
  trx: Sql,
  table: string,
  columns: Readonly<Record<string, string>>,
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns);
  await raw`
    insert into ${raw.table(table)} (${raw.raw(names.join(', '))})
    select ${raw.raw(names.map((name) => `r.${name}`).join(', '))}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(${raw.raw(typed(columns))})
    on conflict do nothing`.execute(trx);
}

const typed = (columns: Readonly<Record<string, string>>): string =>
  Object.entries(columns)
    .map(([name, type]) => `${name} ${type}`)
    .join(', ');

/** Words that are the article's own are copied from its row: they need not travel twice. */
async function insertRevisions(trx: Sql, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  await raw`
    insert into revision (article_id, number, seen_at, title, text, content_hash, changed)
    select a.id, r.number, r.seen_at, coalesce(r.title, a.title), coalesce(r.text, a.text), r.content_hash,
      array(select json_array_elements_text(r.changed))
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(article_id bigint, number integer, seen_at timestamptz,
      title text, text text, content_hash text, changed json) join article a on a.id = r.article_id
    on conflict do nothing`.execute(trx);
}

/** An article that was read has at least the wording that it shows. */
function revisionsOf({ id, line, restored }: { id: string; line: ArchivedArticle; restored: boolean }) {
  const first = {
    number: 1,
    seenAt: line.readAt ?? line.firstSeenAt,
    contentHash: line.contentHash ?? null,
    changed: [],
  };
  const told: ArchivedArticle['revisions'] =
    line.revisions ?? (restored || line.readAt === null ? [] : [first]);
  return told.map(({ number, seenAt, title, text, contentHash, changed }) => ({
    article_id: id,
    number,
    seen_at: seenAt,
    title: title ?? null,
    text: text ?? null,
    content_hash: contentHash,
    changed,
  }));
}
