import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import { framedCondition, slotOf, STORY } from './framing/fact-condition.ts';
import { type CarriedBy, voiceCondition } from './framing/voice-condition.ts';
import type { CountRow, TrendFilter } from './trends.repository.ts';

/** A filter with bucket boundaries, ascending: n + 1 instants make n buckets. */
export interface SlottedFilter extends TrendFilter {
  boundaries: readonly Date[];
}

/** Articles of one story and outlet in one bucket that carry the same frames. */
export interface StoryCell {
  slot: number;
  story: string;
  outletId: string;
  frames: string[];
  articles: number;
}

/** Scores that the model gave for one frame in one bucket, summed up. */
export interface ScoreSumRow {
  slot: number;
  frame: string;
  n: number;
  sum: number;
  squares: number;
}

/** What reads below the counts of framing charts: stories, voices and scores of relevant articles with enough text. */
export interface FramingRepository {
  findStoryCells(filter: SlottedFilter): Promise<StoryCell[]>;
  /** Articles or stories that carry a frame in one voice, by frame; a frame in the filter leaves only that one. */
  countByVoice(filter: SlottedFilter, carriedBy: CarriedBy, of: 'articles' | 'stories'): Promise<CountRow[]>;
  sumScores(filter: SlottedFilter): Promise<ScoreSumRow[]>;
  /** Frames of articles that were drawn at random and judged by editors, with the score before they spoke. */
  findJudgedScores(beatId: string): Promise<{ frame: string; score: number; actual: boolean }[]>;
}

export function framingRepository({ sql }: Database): FramingRepository {
  return {
    async findStoryCells(filter) {
      const { rows } = await raw<StoryCell>`
        select ${slotOf(filter.boundaries)} as slot, ${STORY}::text as story, f.outlet_id::text as "outletId", f.frames,
          count(*)::int as articles
        from trend_fact f join outlet o on o.id = f.outlet_id
        where ${framedCondition(filter)} group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(sql);
      return rows;
    },

    async countByVoice(filter, carriedBy, of) {
      const counted = of === 'stories' ? raw`count(distinct ${STORY})` : raw`count(*)`;
      const only = filter.frame === undefined ? raw`true` : raw`frame = ${filter.frame}`;
      const { rows } = await raw<{ slot: number; key: string; count: number }>`
        select ${slotOf(filter.boundaries)} as slot, frame as key, ${counted}::int as count
        from trend_fact f join outlet o on o.id = f.outlet_id cross join lateral unnest(f.frames) as frame
        where ${framedCondition(filter)} and ${only} and ${voiceCondition(carriedBy, raw`frame`)}
        group by 1, 2`.execute(sql);
      return rows;
    },

    async sumScores(filter) {
      const { rows } = await raw<ScoreSumRow>`
        select ${slotOf(filter.boundaries)} as slot, l.label_id as frame, count(*)::int as n,
          sum(l.score::float8) as sum, sum(l.score::float8 * l.score) as squares
        from trend_fact f join outlet o on o.id = f.outlet_id
          join classification c on c.article_id = f.article_id and c.model_id = f.model_id and c.revision = f.revision
          join label l on l.classification_id = c.id and l.kind = 'frame'
        where ${framedCondition(filter)} group by 1, 2`.execute(sql);
      return rows;
    },

    async findJudgedScores(beatId) {
      const { rows } = await raw<{ frame: string; score: number; actual: boolean }>`
        select label_id as frame, said_score as score, decision = 'yes' as actual from correction
        where beat_id = ${beatId} and kind = 'frame' and sampled = 'random' and said_score is not null
          and withdrawn_at is null order by id`.execute(sql);
      return rows;
    },
  };
}
