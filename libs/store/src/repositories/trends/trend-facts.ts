import { sql as raw } from 'kysely';
import type { Database } from '../../database.ts';

/** What one article counts as in the charts of one model; corrections are already applied. */
export interface TrendFact {
  articleId: string;
  modelId: string;
  beatId: string;
  relevant: boolean;
  unclear: boolean;
  /** Relevant, and read whole enough for its framing to be judged. */
  inFraming: boolean;
  topics: string[];
  frames: string[];
  revision: number;
}

export interface TrendFacts {
  /**
   * Writes what an article counts as; nothing where the article has moved on to another revision. Run twice, the same
   * row. Returns whether the active model's charts changed.
   */
  saveFact(fact: TrendFact): Promise<boolean>;
  /**
   * Packs days whose facts were touched, at most so many, the longest touched first; a day that is still being written
   * waits until it was left alone for `idleSeconds`. Returns how many days were packed.
   */
  foldTouched(now: Date, idleSeconds: number, mostDays: number): Promise<number>;
}

/** How charts' facts are written, and packed by day. */
export function trendFacts({ sql }: Database): TrendFacts {
  return {
    async saveFact(fact) {
      const { rows } = await raw<{ active: boolean }>`
        insert into trend_fact (article_id, model_id, beat_id, counted_at, outlet_id, story_id, language,
          relevant, unclear, in_framing, topics, frames, revision)
        select a.id, ${fact.modelId}, ${fact.beatId}, a.counted_at, a.outlet_id, a.story_id, a.language,
          ${fact.relevant}, ${fact.unclear}, ${fact.inFraming}, ${fact.topics}::text[], ${fact.frames}::text[], ${fact.revision}
        -- Shared lock: a story merge under way is waited for, so that no fact keeps a story that is gone.
        from article a where a.id = ${fact.articleId} and a.revision = ${fact.revision} for share
        on conflict (model_id, article_id) do update set
          counted_at = excluded.counted_at, outlet_id = excluded.outlet_id, story_id = excluded.story_id,
          language = excluded.language, relevant = excluded.relevant, unclear = excluded.unclear,
          in_framing = excluded.in_framing, topics = excluded.topics, frames = excluded.frames,
          revision = excluded.revision, measured_at = now()
        where (trend_fact.counted_at, trend_fact.outlet_id, trend_fact.story_id, trend_fact.language, trend_fact.relevant,
            trend_fact.unclear, trend_fact.in_framing, trend_fact.topics, trend_fact.frames, trend_fact.revision)
          is distinct from (excluded.counted_at, excluded.outlet_id, excluded.story_id, excluded.language, excluded.relevant,
            excluded.unclear, excluded.in_framing, excluded.topics, excluded.frames, excluded.revision)
        returning exists (select 1 from model where id = model_id and status = 'active') as active`.execute(
        sql,
      );
      return rows[0]?.active ?? false;
    },

    async foldTouched(now, idleSeconds, mostDays) {
      const before = new Date(now.getTime() - idleSeconds * 1000);
      const { rows } = await raw<{ model_id: string; days: number[] }>`
        select model_id, array_agg(day) as days from (
          select t.model_id, t.day from trend_touch t join model m on m.id = t.model_id and m.status <> 'retired'
          group by 1, 2 having max(t.at) <= ${before} order by min(t.at) limit ${mostDays}) x
        group by model_id`.execute(sql);
      let folded = 0;
      for (const { model_id, days } of rows)
        for (let at = 0; at < days.length; at += DAYS_AT_ONCE) {
          const some = days.slice(at, at + DAYS_AT_ONCE);
          const result = await raw<{ n: number }>`
            select fold_trend_days(${model_id}, ${some}::integer[]) as n`.execute(sql);
          folded += result.rows[0]?.n ?? 0;
        }
      return folded;
    },
  };
}

/** A statement packs so many days. */
const DAYS_AT_ONCE = 30;
