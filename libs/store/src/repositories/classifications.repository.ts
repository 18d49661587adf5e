import type { Classification, Decision } from '@framewatch/contracts';
import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';

export interface StoredClassification {
  id: string;
  articleId: string;
  revision: number;
  beatId: string;
  modelId: string;
}

export interface ClassificationRepository {
  /** Stores a classification with its labels and evidence once; a second call with the same key changes nothing. */
  save(key: Omit<StoredClassification, 'id'>, result: Classification): Promise<string>;
  /** Live models' classifications of the article's newest revision. */
  findForMeasuring(articleId: string): Promise<(StoredClassification & { relevance: Decision })[]>;
  /** Classifications whose alerts were never looked at, of the active models only, older than `idleSeconds`. */
  findUnalerted(now: Date, idleSeconds: number, limit: number): Promise<string[]>;
  /** Whether the article's newest revision was looked at before, by whichever model: a second look raises nothing. */
  wasAlerted(articleId: string): Promise<boolean>;
  /** The newest revision before the present one at which the alert rules have looked, or null. */
  findAlertedBefore(articleId: string): Promise<number | null>;
  markAlerted(articleId: string, now: Date): Promise<void>;
}

export function classificationRepository({ sql }: Database): ClassificationRepository {
  return {
    save: (key, result) =>
      sql.transaction().execute(async (trx) => {
        const made = await trx
          .insertInto('classification')
          .values({
            article_id: key.articleId,
            revision: key.revision,
            beat_id: key.beatId,
            model_id: key.modelId,
            language: result.language,
            covered: result.covered,
            relevance_score: result.relevance.score,
            relevance_decision: result.relevance.decision,
            relevance: JSON.stringify(result.relevance),
            briefs: JSON.stringify(result.briefs),
          })
          .onConflict((c) => c.columns(['article_id', 'model_id', 'revision']).doNothing())
          .returning('id')
          .executeTakeFirst();
        if (!made) {
          const row = await trx
            .selectFrom('classification')
            .select('id')
            .where('article_id', '=', key.articleId)
            .where('model_id', '=', key.modelId)
            .where('revision', '=', key.revision)
            .executeTakeFirstOrThrow();
          return row.id;
        }
        if (result.labels.length > 0)
          await trx
            .insertInto('label')
            .values(
              result.labels.map((label) => ({
                classification_id: made.id,
                kind: label.kind,
                label_id: label.labelId,
                score: label.score,
                decision: label.decision,
              })),
            )
            .execute();
        if (result.evidence.length > 0)
          await trx
            .insertInto('evidence')
            .values(
              result.evidence.map((evidence, ordinal) => ({
                classification_id: made.id,
                ordinal,
                kind: evidence.kind,
                label_id: evidence.labelId,
                sentence: JSON.stringify(evidence.sentence),
                weight: evidence.weight,
                terms: JSON.stringify(evidence.terms),
                voice: JSON.stringify(evidence.voice),
              })),
            )
            .execute();
        return made.id;
      }),

    async findForMeasuring(articleId) {
      const rows = await sql
        .selectFrom('classification')
        .innerJoin('article', (j) =>
          j
            .onRef('article.id', '=', 'classification.article_id')
            .onRef('article.revision', '=', 'classification.revision'),
        )
        .innerJoin('model', 'model.id', 'classification.model_id')
        .select([
          'classification.id',
          'classification.article_id',
          'classification.revision',
          'classification.beat_id',
          'model_id',
          'relevance_decision',
        ])
        .where('article_id', '=', articleId)
        .where('model.status', '!=', 'retired')
        .execute();
      return rows.map((row) => ({
        id: row.id,
        articleId: row.article_id,
        revision: row.revision,
        beatId: row.beat_id,
        modelId: row.model_id,
        relevance: row.relevance_decision as Decision,
      }));
    },

    async findUnalerted(now, idleSeconds, limit) {
      const before = new Date(now.getTime() - idleSeconds * 1000);
      const rows = await sql
        .selectFrom('classification')
        .innerJoin('model', 'model.id', 'classification.model_id')
        .innerJoin('article', 'article.id', 'classification.article_id')
        .select('article_id')
        .distinct()
        .where('alerted_at', 'is', null)
        .where('model.status', '=', 'active')
        .where('article.is_news', '=', true)
        .where('classification.created_at', '<', before)
        .limit(limit)
        .execute();
      return rows.map((row) => row.article_id);
    },

    async wasAlerted(articleId) {
      const row = await sql
        .selectFrom('classification')
        .innerJoin('article', (j) =>
          j
            .onRef('article.id', '=', 'classification.article_id')
            .onRef('article.revision', '=', 'classification.revision'),
        )
        .select('classification.id')
        .where('article_id', '=', articleId)
        .where('alerted_at', 'is not', null)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    async findAlertedBefore(articleId) {
      const row = await sql
        .selectFrom('classification')
        .innerJoin('article', 'article.id', 'classification.article_id')
        .select((e) => e.fn.max('classification.revision').as('revision'))
        .where('article_id', '=', articleId)
        .where('alerted_at', 'is not', null)
        .whereRef('classification.revision', '<', 'article.revision')
        .executeTakeFirst();
      return row?.revision ?? null;
    },

    async markAlerted(articleId, now) {
      await sql
        .updateTable('classification')
        .set({ alerted_at: raw<Date>`coalesce(alerted_at, ${now})` })
        .where('article_id', '=', articleId)
        .execute();
    },
  };
}
