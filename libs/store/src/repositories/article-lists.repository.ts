import type { Classification, Evidence, LabelScore, Relevance } from '@framewatch/contracts';
import { type RawBuilder, sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import { findCarriers, findWords } from './article-lists/article-bits.ts';
import { findListed, type IsAmong, type Listed, type ListQuery } from './article-lists/find-listed.ts';
import type { DayKeeper } from './trends/day-keeper.ts';
import { DAY_MS } from './trends/day-sheet.ts';

export type { ListQuery } from './article-lists/find-listed.ts';

/** An article as a list needs it, as one model sees it. */
export interface ListedArticle {
  id: string;
  title: string;
  url: string;
  outlet: { id: string; name: string; country: string; outlet_group: string; language: string };
  language: string;
  counted_at: Date;
  date_is_stated: boolean;
  offset_minutes: number | null;
  first_seen_at: Date;
  text: string;
  text_source: string;
  synthetic: boolean;
  edited: boolean;
  withdrawn: boolean;
  story_id: string | null;
  story_articles: number;
  story_outlets: number;
  relevant: boolean;
  unclear: boolean;
  classification_id: string | null;
  relevance_score: number | null;
}

export interface ArticleListRepository {
  /** One page, the newest first, and how many there are in all, of one state of the archive. */
  findPage(query: ListQuery): Promise<{ articles: ListedArticle[]; total: number }>;
  find(query: ListQuery): Promise<ListedArticle[]>;
  count(query: ListQuery): Promise<number>;
  /** One article as its alert shows it, whether its charts are measured yet or not. */
  findForAlert(articleId: string, classificationId: string): Promise<ListedArticle | null>;
  findByIds(ids: string[], modelId: string): Promise<ListedArticle[]>;
  /** When each article says that it was published; those that say nothing, or nothing plausible, are left out. */
  findPublished(articleIds: readonly string[]): Promise<Map<string, Date>>;
  findLabels(classificationIds: string[]): Promise<Map<string, LabelScore[]>>;
  findEvidence(classificationIds: string[]): Promise<Map<string, Evidence[]>>;
  findCorrections(
    articleIds: string[],
    beatId: string,
  ): Promise<Map<string, { kind: string; labelId: string; decision: 'yes' | 'no' }[]>>;
  findRelevance(
    classificationId: string,
  ): Promise<{ covered: boolean; relevance: Relevance; briefs: Classification['briefs'] } | null>;
  findSightings(articleId: string): Promise<{ feedUrl: string; seenAt: Date }[]>;
  findRevisions(articleId: string): Promise<{ seenAt: Date; title: string; changed: string[] }[]>;
  /** Every wording with its text, oldest first. */
  findWordings(
    articleId: string,
  ): Promise<{ number: number; seenAt: Date; title: string; text: string; changed: string[] }[]>;
  /** One classification of each revision: by this model where it has one, otherwise by the beat's newest that does. */
  findRevisionJudgements(
    articleId: string,
    beatId: string,
    modelId: string,
  ): Promise<
    { id: string; revision: number; modelVersion: string; score: number; decision: Relevance['decision'] }[]
  >;
  findSameStory(
    storyId: string,
    modelId: string,
    exceptId: string,
    limit: number,
  ): Promise<
    {
      id: string;
      title: string;
      url: string;
      outlet: string;
      counted_at: Date;
      frames: string[];
      copy_of: string | null;
      /** Credited in its text. */
      agency: string | null;
    }[]
  >;
}

const FIRST_DAY = -1_000_000;
const LAST_DAY = 10_000_000;
const EVERY: IsAmong = () => true;

const dayOf = (instant: string | undefined, otherwise: number): number =>
  instant === undefined ? otherwise : Math.floor(Date.parse(instant) / DAY_MS);

/** Whether the outlet changed the article since, and whether its page is gone; a text that was only read more whole is no change. */
/** What a list marks an article with: a change of its wording that was seen, and that its page is gone. */
export const MARKS = raw`exists (select 1 from revision r where r.article_id = a.id and r.changed && '{title,text}'::text[]) as edited,
  a.gone_at is not null as withdrawn`;

export function articleListRepository(database: Database, keeper: DayKeeper): ArticleListRepository {
  const { sql, pool } = database;
  const select = async (
    modelId: string,
    where: RawBuilder<unknown>,
    tail: RawBuilder<unknown>,
  ): Promise<ListedArticle[]> => {
    const { rows } = await raw<ListedArticle>`
      with page as (
        select a.id, a.title, a.url, a.outlet_id, a.language, f.counted_at, a.date_is_stated, a.offset_minutes, a.first_seen_at,
          a.text, a.text_source, a.synthetic, a.story_id, a.revision, ${MARKS}, f.relevant, f.unclear
        from article a join trend_fact f on f.article_id = a.id and f.model_id = ${modelId}
          join outlet o on o.id = a.outlet_id
        where ${where} order by f.counted_at desc, a.id desc ${tail})
      select page.*, jsonb_build_object('id', o.id::text, 'name', o.name, 'country', o.country,
          'outlet_group', o.outlet_group, 'language', o.language) as outlet,
        coalesce(s.articles, 1)::int as story_articles, coalesce(s.outlets, 1)::int as story_outlets,
        c.id as classification_id, c.relevance_score
      from page join outlet o on o.id = page.outlet_id
        left join classification c on c.article_id = page.id and c.model_id = ${modelId} and c.revision = page.revision
        left join lateral (select count(*) as articles, count(distinct outlet_id) as outlets
          from article x where x.story_id = page.story_id) s on true
      order by page.counted_at desc, page.id desc`.execute(sql);
    return rows;
  };

  const list = async (query: ListQuery): Promise<Listed> => {
    const [from, to] = [dayOf(query.from, FIRST_DAY), dayOf(query.to, LAST_DAY)];
    const { words, frame, voice = 'any' } = query;
    const [known, outlets, holdsWords, isCarrier] = await Promise.all([
      keeper.read(query.modelId, from, to),
      findOutlets(query),
      words === undefined ? EVERY : findWords(pool, words),
      frame === undefined || voice === 'any' ? EVERY : findCarriers(database, query, frame, voice),
    ]);
    return findListed(
      known,
      (id) => outlets === null || outlets.has(id),
      query,
      (id) => holdsWords(id) && isCarrier(id),
    );
  };
  /** Outlets under the filters; null: no filter asks about outlets. */
  const findOutlets = async ({ outlet, group, country }: ListQuery): Promise<Set<number> | null> => {
    if (outlet === undefined && group === undefined && country === undefined) return null;
    const { rows } = await pool.query<{ id: string }>({
      name: 'list-outlets',
      text: `select id from outlet where ($1::bigint is null or id = $1) and ($2::text is null or outlet_group = $2)
        and ($3::text is null or country = $3)`,
      values: [outlet ?? null, group ?? null, country ?? null],
    });
    return new Set(rows.map(({ id }) => Number(id)));
  };
  const selectInOrder = async (modelId: string, ids: readonly number[]): Promise<ListedArticle[]> => {
    if (ids.length === 0) return [];
    const rows = await select(modelId, raw`a.id = any(${ids}::bigint[])`, raw``);
    const byId = new Map(rows.map((row) => [row.id, row]));
    return ids.flatMap((id) => byId.get(String(id)) ?? []);
  };

  return {
    async findPage(query) {
      const { ids, total } = await list(query);
      return { articles: await selectInOrder(query.modelId, ids), total };
    },
    find: async (query) => selectInOrder(query.modelId, (await list(query)).ids),
    count: async (query) => (await list(query)).total,
    async findForAlert(articleId, classificationId) {
      const { rows } = await raw<ListedArticle>`
        select a.id, a.title, a.url, a.language, a.counted_at, a.date_is_stated, a.offset_minutes, a.first_seen_at, a.text,
          a.text_source, a.synthetic, a.story_id, ${MARKS}, 1 as story_articles, 1 as story_outlets, true as relevant, false as unclear,
          c.id as classification_id, c.relevance_score,
          jsonb_build_object('id', o.id::text, 'name', o.name, 'country', o.country, 'outlet_group', o.outlet_group, 'language', o.language) as outlet
        from article a join outlet o on o.id = a.outlet_id join classification c on c.id = ${classificationId}
        where a.id = ${articleId}`.execute(sql);
      return rows[0] ?? null;
    },
    async findPublished(articleIds) {
      if (articleIds.length === 0) return new Map();
      const rows = await sql
        .selectFrom('article')
        .select(['id', 'counted_at'])
        .where('id', 'in', articleIds)
        .where('date_is_stated', '=', true)
        .execute();
      return new Map(rows.map(({ id, counted_at }) => [id, counted_at]));
    },

    findByIds: (ids, modelId) =>
      ids.length === 0 ? Promise.resolve([]) : select(modelId, raw`a.id = any(${ids}::bigint[])`, raw``),

    async findLabels(ids) {
      if (ids.length === 0) return new Map();
      const rows = await sql
        .selectFrom('label')
        .selectAll()
        .where('classification_id', 'in', ids)
        .orderBy('score', 'desc')
        .execute();
      return groupBy(
        rows,
        (row) => row.classification_id,
        (row) => ({
          kind: row.kind as LabelScore['kind'],
          labelId: row.label_id,
          score: row.score,
          decision: row.decision as LabelScore['decision'],
        }),
      );
    },
    async findEvidence(ids) {
      if (ids.length === 0) return new Map();
      const rows = await sql
        .selectFrom('evidence')
        .selectAll()
        .where('classification_id', 'in', ids)
        .orderBy('classification_id')
        .orderBy('ordinal')
        .execute();
      return groupBy(
        rows,
        (row) => row.classification_id,
        (row) => ({
          kind: row.kind as Evidence['kind'],
          labelId: row.label_id,
          sentence: row.sentence,
          weight: row.weight,
          terms: row.terms,
          voice: row.voice,
        }),
      );
    },
    async findCorrections(articleIds, beatId) {
      if (articleIds.length === 0) return new Map();
      const rows = await sql
        .selectFrom('correction')
        .select(['article_id', 'kind', 'label_id', 'decision'])
        .where('article_id', 'in', articleIds)
        .where('beat_id', '=', beatId)
        .where('withdrawn_at', 'is', null)
        .execute();
      return groupBy(
        rows,
        (row) => row.article_id,
        (row) => ({ kind: row.kind, labelId: row.label_id, decision: row.decision }),
      );
    },
    async findRelevance(classificationId) {
      const row = await sql
        .selectFrom('classification')
        .select(['covered', 'relevance', 'briefs'])
        .where('id', '=', classificationId)
        .executeTakeFirst();
      return row ?? null;
    },
    async findSightings(articleId) {
      const rows = await sql
        .selectFrom('sighting')
        .innerJoin('feed', 'feed.id', 'sighting.feed_id')
        .select(['feed.url', 'seen_at'])
        .where('article_id', '=', articleId)
        .orderBy('seen_at')
        .execute();
      return rows.map((row) => ({ feedUrl: row.url, seenAt: row.seen_at }));
    },
    async findRevisions(articleId) {
      const rows = await sql
        .selectFrom('revision')
        .select(['seen_at', 'title', 'changed'])
        .where('article_id', '=', articleId)
        .orderBy('number')
        .execute();
      return rows.map((row) => ({ seenAt: row.seen_at, title: row.title, changed: row.changed }));
    },
    async findWordings(articleId) {
      const rows = await sql
        .selectFrom('revision')
        .select(['number', 'seen_at', 'title', 'text', 'changed'])
        .where('article_id', '=', articleId)
        .orderBy('number')
        .execute();
      return rows.map(({ seen_at, ...row }) => ({ ...row, seenAt: seen_at }));
    },
    async findRevisionJudgements(articleId, beatId, modelId) {
      const rows = await sql
        .selectFrom('classification')
        .innerJoin('model', 'model.id', 'classification.model_id')
        .select([
          'classification.id',
          'revision',
          'model.version as modelVersion',
          'relevance_score as score',
          'relevance_decision as decision',
        ])
        .distinctOn('revision')
        .where('article_id', '=', articleId)
        .where('classification.beat_id', '=', beatId)
        .orderBy('revision')
        .orderBy(raw`(model_id = ${modelId})`, 'desc')
        .orderBy('classification.id', 'desc')
        .execute();
      return rows.map((row) => ({ ...row, decision: row.decision as Relevance['decision'] }));
    },
    async findSameStory(storyId, modelId, exceptId, limit) {
      return sql
        .selectFrom('article')
        .innerJoin('outlet', 'outlet.id', 'article.outlet_id')
        .innerJoin('trend_fact', (j) =>
          j.onRef('trend_fact.article_id', '=', 'article.id').on('trend_fact.model_id', '=', modelId),
        )
        .select([
          'article.id',
          'article.title',
          'article.url',
          'outlet.name as outlet',
          'article.counted_at',
          'trend_fact.frames',
          'article.copy_of',
          raw<string | null>`article.signature->'text'->>'agency'`.as('agency'),
        ])
        .where('article.story_id', '=', storyId)
        .where('article.id', '!=', exceptId)
        .orderBy('article.counted_at')
        .limit(limit)
        .execute();
    },
  };
}

function groupBy<Row, Value>(
  rows: Row[],
  key: (row: Row) => string,
  value: (row: Row) => Value,
): Map<string, Value[]> {
  const map = new Map<string, Value[]>();
  for (const row of rows) {
    const list = map.get(key(row));
    if (list) list.push(value(row));
    else map.set(key(row), [value(row)]);
  }
  return map;
}
