import type { Classification, Decision } from '@framewatch/contracts';
import { type Kysely, sql as raw, type Transaction } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import type { CorrectionRow } from './corrections.repository.ts';
import type { TrendFact } from './trends.repository.ts';

/** A stored text that a model has not measured yet; `stored` names its classification where that is there already. */
export interface UnmeasuredArticle {
  id: string;
  title: string;
  text: string;
  language: string;
  revision: number;
  stored: { id: string; relevance: Decision } | null;
}

/** Articles by id, both ends included. */
export interface ArticleRange {
  fromId: string;
  toId: string;
}

type Counted = Omit<TrendFact, 'articleId' | 'modelId' | 'beatId' | 'revision'>;

/** What is to be written of one article: a new classification (null where one is stored), and what it counts as. */
export interface JudgedArticle {
  articleId: string;
  revision: number;
  result: Classification | null;
  /** Laid under the article's lock, with the corrections and the kind of text that hold then. */
  countsAs: (corrections: CorrectionRow[], textSource: string) => Counted;
}

export interface ReclassificationRepository {
  /**
   * Articles of a range, classified before, whose newest revision this model has not measured; those touched in the last
   * `idleSeconds` are left out, for they are on their way.
   */
  findUnmeasured(
    modelId: string,
    range: ArticleRange,
    now: Date,
    idleSeconds: number,
  ): Promise<UnmeasuredArticle[]>;
  /**
   * Writes classifications, labels, evidence and trend facts of many articles in one transaction: after a crash all of
   * it is there or none. What is there already stays. An article that somebody holds at the moment gets no fact, and so
   * is found again later. Returns how many facts were written.
   */
  save(model: { id: string; beatId: string }, articles: JudgedArticle[], now: Date): Promise<number>;
}

export function reclassificationRepository({ sql }: Database): ReclassificationRepository {
  return {
    async findUnmeasured(modelId, { fromId, toId }, now, idleSeconds) {
      const before = new Date(now.getTime() - idleSeconds * 1000);
      const { rows } = await raw<
        Omit<UnmeasuredArticle, 'stored'> & { stored_id: string | null; relevance: Decision | null }
      >`
        select a.id, a.title, a.text, a.language, a.revision, c.id as stored_id, c.relevance_decision as relevance
        from article a left join classification c
          on c.article_id = a.id and c.model_id = ${modelId} and c.revision = a.revision
        where a.id between ${fromId} and ${toId} and a.grouped_at is not null and a.fate = 'classified'
          and a.touched_at <= ${before}
          and not exists (select 1 from trend_fact f
            where f.model_id = ${modelId} and f.article_id = a.id and f.revision = a.revision)
        order by a.id`.execute(sql);
      return rows.map(({ stored_id, relevance, ...article }) => ({
        ...article,
        stored: stored_id === null || relevance === null ? null : { id: stored_id, relevance },
      }));
    },

    save: (model, articles, now) =>
      sql.transaction().execute(async (trx) => {
        const fresh = articles.flatMap(({ articleId, revision, result }) =>
          result === null ? [] : [{ articleId, revision, result }],
        );
        if (fresh.length > 0) await saveClassifications(trx, model, fresh, now);
        return saveFacts(trx, model, articles);
      }),
  };
}

interface FreshClassification {
  articleId: string;
  revision: number;
  result: Classification;
}

/**
 * Re-classification raises no alerts, so that whoever was looked at under another model counts as looked at, and so
 * does what never was news.
 */
async function saveClassifications(
  trx: Transaction<Schema>,
  model: { id: string; beatId: string },
  fresh: FreshClassification[],
  now: Date,
): Promise<void> {
  const rows = fresh.map(({ articleId, revision, result }) => ({
    article_id: articleId,
    revision,
    language: result.language,
    covered: result.covered,
    score: result.relevance.score,
    decision: result.relevance.decision,
    relevance: result.relevance,
    briefs: result.briefs,
  }));
  const { rows: made } = await raw<{ id: string; article_id: string }>`
    insert into classification (article_id, revision, beat_id, model_id, language, covered, relevance_score,
      relevance_decision, relevance, briefs, alerted_at)
    select r.article_id, r.revision, ${model.beatId}, ${model.id}, r.language, r.covered, r.score, r.decision,
      r.relevance, r.briefs, coalesce((select max(c.alerted_at) from classification c
        where c.article_id = r.article_id and c.revision = r.revision), case when not a.is_news then ${now}::timestamptz end)
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(article_id bigint, revision integer, language text,
      covered boolean, score real, decision text, relevance jsonb, briefs jsonb)
      join article a on a.id = r.article_id
    order by r.article_id
    on conflict (article_id, model_id, revision) do nothing returning id, article_id`.execute(trx);
  const ids = new Map(made.map((row) => [row.article_id, row.id]));
  const results = fresh.flatMap(({ articleId, result }) => {
    const id = ids.get(articleId);
    return id === undefined ? [] : [{ id, result }];
  });
  await saveLabels(trx, results);
  await saveEvidence(trx, results);
}

async function saveLabels(
  trx: Kysely<Schema>,
  results: { id: string; result: Classification }[],
): Promise<void> {
  const rows = results.flatMap(({ id, result }) =>
    result.labels.map(({ kind, labelId, score, decision }) => ({
      id,
      kind,
      label_id: labelId,
      score,
      decision,
    })),
  );
  await raw`
    insert into label (classification_id, kind, label_id, score, decision)
    select id, kind, label_id, score, decision from json_to_recordset(${JSON.stringify(rows)}::json)
      as r(id bigint, kind text, label_id text, score real, decision text)`.execute(trx);
}

async function saveEvidence(
  trx: Kysely<Schema>,
  results: { id: string; result: Classification }[],
): Promise<void> {
  const rows = results.flatMap(({ id, result }) =>
    result.evidence.map(({ kind, labelId, sentence, weight, terms, voice }, ordinal) => ({
      id,
      ordinal,
      kind,
      label_id: labelId,
      sentence,
      weight,
      terms,
      voice,
    })),
  );
  await raw`
    insert into evidence (classification_id, ordinal, kind, label_id, sentence, weight, terms, voice)
    select id, ordinal, kind, label_id, sentence, weight, terms, voice
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(id bigint, ordinal integer, kind text, label_id text,
      sentence jsonb, weight real, terms jsonb, voice jsonb)`.execute(trx);
}

/**
 * Articles are locked first, and corrections read after that: a correction locks its article likewise, so that it is
 * either seen here or sees the classification written here. Who is locked already is left for later: waiting for many
 * rows in turn could make a deadlock with the merge of two stories.
 */
async function saveFacts(
  trx: Transaction<Schema>,
  { id: modelId, beatId }: { id: string; beatId: string },
  articles: JudgedArticle[],
): Promise<number> {
  const ids = articles.map(({ articleId }) => articleId);
  const { rows: held } = await raw<{ id: string; revision: number; text_source: string }>`
    select id, revision, text_source from article where id = any(${ids}::bigint[]) and grouped_at is not null
    for share skip locked`.execute(trx);
  const corrections = await findCorrections(trx, ids, beatId);
  const byId = new Map(held.map((row) => [row.id, row]));
  const facts = articles.flatMap(({ articleId, revision, countsAs }) => {
    const row = byId.get(articleId);
    if (row?.revision !== revision) return [];
    const { inFraming, ...counted } = countsAs(corrections.get(articleId) ?? [], row.text_source);
    return [{ article_id: articleId, revision, in_framing: inFraming, ...counted }];
  });
  const { numAffectedRows } = await raw`
    insert into trend_fact (article_id, model_id, beat_id, counted_at, outlet_id, story_id, language,
      relevant, unclear, in_framing, topics, frames, revision)
    select a.id, ${modelId}, ${beatId}, a.counted_at, a.outlet_id, a.story_id, a.language, r.relevant, r.unclear,
      r.in_framing, r.topics, r.frames, r.revision
    from json_to_recordset(${JSON.stringify(facts)}::json) as r(article_id bigint, revision integer, relevant boolean,
      unclear boolean, in_framing boolean, topics text[], frames text[]) join article a on a.id = r.article_id
    order by a.id
    on conflict (model_id, article_id) do update set
      counted_at = excluded.counted_at, outlet_id = excluded.outlet_id, story_id = excluded.story_id,
      language = excluded.language, relevant = excluded.relevant, unclear = excluded.unclear,
      in_framing = excluded.in_framing, topics = excluded.topics, frames = excluded.frames,
      revision = excluded.revision, measured_at = now()`.execute(trx);
  return Number(numAffectedRows ?? 0);
}

async function findCorrections(
  trx: Transaction<Schema>,
  articleIds: string[],
  beatId: string,
): Promise<Map<string, CorrectionRow[]>> {
  const rows = await trx
    .selectFrom('correction')
    .select(['article_id', 'kind', 'label_id', 'decision'])
    .where('article_id', '=', raw<string>`any(${articleIds}::bigint[])`)
    .where('beat_id', '=', beatId)
    .where('withdrawn_at', 'is', null)
    .execute();
  const byArticle = new Map<string, CorrectionRow[]>();
  for (const { article_id, kind, label_id, decision } of rows) {
    const known = byArticle.get(article_id) ?? [];
    byArticle.set(article_id, [...known, { kind, labelId: label_id, decision }]);
  }
  return byArticle;
}
