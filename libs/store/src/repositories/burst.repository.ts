import type { Decision } from '@framewatch/contracts';
import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import { type ListedArticle, MARKS } from './article-lists.repository.ts';
import type { ArticleRow } from './articles.repository.ts';
import type { StoredClassification } from './classifications.repository.ts';
import type { CorrectionRow } from './corrections.repository.ts';

type Measured = StoredClassification & { relevance: Decision };

/** What raising alerts asks of one article, asked of many at once. */
export interface BurstRepository {
  /**
   * Runs with articles whose alerts were not looked at for `idleSeconds`, at most `limit`, while no other worker takes
   * them; does not run where there are none.
   */
  withBacklog(
    now: Date,
    idleSeconds: number,
    limit: number,
    run: (articleIds: string[]) => Promise<void>,
  ): Promise<void>;
  findArticles(ids: readonly string[]): Promise<Map<string, ArticleRow & { outlet_name: string }>>;
  findAlerted(articleIds: readonly string[]): Promise<Set<string>>;
  findForMeasuring(articleIds: readonly string[]): Promise<Map<string, Measured[]>>;
  findForAlert(
    asked: readonly { articleId: string; classificationId: string }[],
  ): Promise<Map<string, ListedArticle>>;
  findCorrections(
    articleIds: readonly string[],
  ): Promise<Map<string, (CorrectionRow & { beatId: string })[]>>;
  markAlerted(articleIds: readonly string[], now: Date): Promise<void>;
}

export function burstRepository({ sql }: Database): BurstRepository {
  return {
    withBacklog: (now, idleSeconds, limit, run) =>
      sql.transaction().execute(async (trx) => {
        const before = new Date(now.getTime() - idleSeconds * 1_000);
        const { rows } = await raw<{ id: string }>`
          select a.id::text as id from article a where a.id in (
            select c.article_id from classification c join model m on m.id = c.model_id
              join article n on n.id = c.article_id
              where c.alerted_at is null and c.created_at < ${before} and m.status = 'active' and n.is_news
              order by c.created_at limit ${limit * SPARE})
          limit ${limit} for no key update of a skip locked`.execute(trx);
        if (rows.length > 0) await run(rows.map(({ id }) => id));
      }),

    async findArticles(ids) {
      const rows = await sql
        .selectFrom('article')
        .innerJoin('outlet', 'outlet.id', 'article.outlet_id')
        .selectAll('article')
        .select('outlet.name as outlet_name')
        .where('article.id', 'in', [...ids])
        .execute();
      return new Map(rows.map((row) => [row.id, row]));
    },

    async findAlerted(articleIds) {
      const { rows } = await raw<{ id: string }>`select a.id::text as id from article a
        join classification c on c.article_id = a.id and c.revision = a.revision
        where a.id = any(${[...articleIds]}::bigint[]) and c.alerted_at is not null`.execute(sql);
      return new Set(rows.map(({ id }) => id));
    },

    async findForMeasuring(articleIds) {
      const { rows } = await raw<Measured>`
        select c.id::text as id, c.article_id::text as "articleId", c.revision, c.beat_id as "beatId",
          c.model_id::text as "modelId", c.relevance_decision as relevance
        from classification c join article a on a.id = c.article_id and a.revision = c.revision
        join model m on m.id = c.model_id and m.status <> 'retired'
        where a.id = any(${[...articleIds]}::bigint[])`.execute(sql);
      return grouped(rows, ({ articleId }) => articleId);
    },

    async findForAlert(asked) {
      const { rows } = await raw<ListedArticle & { classification_id: string }>`
        select a.id::text as id, a.title, a.url, a.language, a.counted_at, a.date_is_stated, a.offset_minutes, a.first_seen_at,
          a.text, a.text_source, a.synthetic, a.story_id::text as story_id, ${MARKS},
          1 as story_articles, 1 as story_outlets, true as relevant, false as unclear, c.id::text as classification_id, c.relevance_score,
          jsonb_build_object('id', o.id::text, 'name', o.name, 'country', o.country, 'outlet_group', o.outlet_group, 'language', o.language) as outlet
        from article a join outlet o on o.id = a.outlet_id join classification c on c.article_id = a.id
        where c.id = any(${asked.map(({ classificationId }) => classificationId)}::bigint[])`.execute(sql);
      return new Map(rows.map((row) => [row.classification_id, row]));
    },

    async findCorrections(articleIds) {
      const rows = await sql
        .selectFrom('correction')
        .select(['article_id', 'beat_id', 'kind', 'label_id', 'decision'])
        .where('article_id', 'in', [...articleIds])
        .where('withdrawn_at', 'is', null)
        .execute();
      const byArticle = grouped(rows, ({ article_id }) => article_id);
      return new Map(
        [...byArticle].map(([id, all]) => [
          id,
          all.map((row) => ({
            beatId: row.beat_id,
            kind: row.kind,
            labelId: row.label_id,
            decision: row.decision,
          })),
        ]),
      );
    },

    async markAlerted(articleIds, now) {
      await raw`update classification set alerted_at = ${now}
        where article_id = any(${[...articleIds]}::bigint[]) and alerted_at is null`.execute(sql);
    },
  };
}

/** Others hold some of the oldest: so many times more are looked at. */
const SPARE = 8;

function grouped<Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
