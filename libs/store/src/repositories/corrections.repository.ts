import type { CorrectionRequest } from '@framewatch/contracts';
import type { Database } from '../database.ts';

export interface CorrectionRow {
  kind: string;
  labelId: string;
  decision: 'yes' | 'no';
}

export interface CorrectionRepository {
  /** Stores, replaces or withdraws corrections of one article in one beat. */
  apply(articleId: string, request: CorrectionRequest, now: Date): Promise<void>;
  findInForce(articleId: string, beatId: string): Promise<CorrectionRow[]>;
  /** All corrected articles of a beat with their texts: what a model is trained from. */
  findTraining(
    beatId: string,
  ): Promise<
    { articleId: string; title: string; text: string; language: string; corrections: CorrectionRow[] }[]
  >;
}

export function correctionRepository({ sql }: Database): CorrectionRepository {
  return {
    apply: (articleId, { beat, corrections }, now) =>
      sql.transaction().execute(async (trx) => {
        for (const { kind, labelId, decision } of corrections) {
          await trx
            .updateTable('correction')
            .set({ withdrawn_at: now })
            .where('article_id', '=', articleId)
            .where('beat_id', '=', beat)
            .where('kind', '=', kind)
            .where('label_id', '=', labelId)
            .where('withdrawn_at', 'is', null)
            .execute();
          if (decision === 'withdraw') continue;
          await trx
            .insertInto('correction')
            .values({ article_id: articleId, beat_id: beat, kind, label_id: labelId, decision, made_at: now })
            .execute();
        }
      }),
    async findInForce(articleId, beatId) {
      const rows = await sql
        .selectFrom('correction')
        .select(['kind', 'label_id', 'decision'])
        .where('article_id', '=', articleId)
        .where('beat_id', '=', beatId)
        .where('withdrawn_at', 'is', null)
        .execute();
      return rows.map((row) => ({ kind: row.kind, labelId: row.label_id, decision: row.decision }));
    },
    async findTraining(beatId) {
      const rows = await sql
        .selectFrom('correction')
        .innerJoin('article', 'article.id', 'correction.article_id')
        .select([
          'article.id',
          'article.title',
          'article.text',
          'article.language',
          'kind',
          'label_id',
          'decision',
        ])
        .where('beat_id', '=', beatId)
        .where('withdrawn_at', 'is', null)
        .orderBy('article.id')
        .execute();
      const byArticle = new Map<string, Awaited<ReturnType<CorrectionRepository['findTraining']>>[number]>();
      for (const row of rows) {
        const entry = byArticle.get(row.id) ?? {
          articleId: row.id,
          title: row.title,
          text: row.text,
          language: row.language,
          corrections: [],
        };
        entry.corrections.push({ kind: row.kind, labelId: row.label_id, decision: row.decision });
        byArticle.set(row.id, entry);
      }
      return [...byArticle.values()];
    },
  };
}
