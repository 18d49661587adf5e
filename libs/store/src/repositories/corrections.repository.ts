import type { Correction, CorrectionRequest, Decision } from '@framewatch/contracts';
import { type Kysely, sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';

export interface CorrectionRow {
  kind: string;
  labelId: string;
  decision: 'yes' | 'no';
}

/** An editor's word beside what the model in force had said before. */
export interface JudgedCorrection {
  kind: Correction['kind'];
  labelId: string;
  decision: 'yes' | 'no';
  said: Decision;
}

export interface CorrectionRepository {
  /** Stores, replaces or withdraws corrections of one article in one beat. */
  apply(articleId: string, request: CorrectionRequest, now: Date): Promise<void>;
  /** Every correction in force with what the model in force had said of it, where that is known. */
  findJudged(beatId: string): Promise<JudgedCorrection[]>;
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
        // Whoever measures many articles at once locks them too, and so misses no correction.
        await trx.selectFrom('article').select('id').where('id', '=', articleId).forNoKeyUpdate().execute();
        for (const { kind, labelId, decision, sampled } of corrections) {
          // Before its row is withdrawn: a model may have learnt this article by heart from it.
          const said = await saidBefore(trx, articleId, beat, kind, labelId);
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
            .values({
              article_id: articleId,
              beat_id: beat,
              kind,
              label_id: labelId,
              decision,
              said: said.decision,
              said_score: said.score,
              sampled: sampled ?? null,
              made_at: now,
            })
            .execute();
        }
      }),
    async findJudged(beatId) {
      const rows = await sql
        .selectFrom('correction')
        .select(['kind', 'label_id', 'decision', 'said'])
        .where('beat_id', '=', beatId)
        .where('withdrawn_at', 'is', null)
        .orderBy('id')
        .execute();
      return rows.flatMap(({ kind, label_id, decision, said }) =>
        said === null ? [] : [{ kind: kind as Correction['kind'], labelId: label_id, decision, said }],
      );
    },
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

/** What the active model said of the newest revision, or was known to have said when an editor first spoke; else null. */
async function saidBefore(
  db: Kysely<Schema>,
  articleId: string,
  beatId: string,
  kind: string,
  labelId: string,
): Promise<{ decision: Decision | null; score: number | null }> {
  const { rows } = await raw<Said>`
    select
      exists (select 1 from correction where article_id = ${articleId} and beat_id = ${beatId}) as spoken,
      (select said from correction where article_id = ${articleId} and beat_id = ${beatId} and kind = ${kind}
        and label_id = ${labelId} order by id limit 1) as known,
      (select said_score from correction where article_id = ${articleId} and beat_id = ${beatId} and kind = ${kind}
        and label_id = ${labelId} order by id limit 1) as known_score,
      (select case when ${kind} = 'relevance' then c.relevance_decision
          else coalesce((select l.decision from label l where l.classification_id = c.id and l.kind = ${kind}
            and l.label_id = ${labelId}), 'no') end
        from classification c join model m on m.id = c.model_id and m.status = 'active'
          join article a on a.id = c.article_id and a.revision = c.revision
        where c.article_id = ${articleId} and c.beat_id = ${beatId}) as now,
      (select case when ${kind} = 'relevance' then c.relevance_score
          else coalesce((select l.score from label l where l.classification_id = c.id and l.kind = ${kind}
            and l.label_id = ${labelId}), 0) end
        from classification c join model m on m.id = c.model_id and m.status = 'active'
          join article a on a.id = c.article_id and a.revision = c.revision
        where c.article_id = ${articleId} and c.beat_id = ${beatId}) as now_score`.execute(db);
  const [row] = rows;
  if (!row) return { decision: null, score: null };
  if (row.known) return { decision: row.known, score: row.known_score };
  return row.spoken ? { decision: null, score: null } : { decision: row.now, score: row.now_score };
}

interface Said {
  spoken: boolean;
  known: Decision | null;
  known_score: number | null;
  now: Decision | null;
  now_score: number | null;
}
