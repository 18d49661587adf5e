import { seededRandom } from '@framewatch/measures';
import { isBlind } from './blind.ts';
import { type CutBucket, cutBuckets } from './buckets.ts';
import { findShifts, type Shifts } from './shifts.ts';

/** A lasting level is known from half a year of days, or a year and a half of weeks. */
const SEARCHED = { day: 182, week: 78 };
/** A fortnight of days, or four weeks: less is news, not a level. */
export const SHORTEST_LEVEL = { day: 14, week: 4 };
const STEP_MS = { day: 86_400_000, week: 7 * 86_400_000 };
/** One question has one answer: permutations are drawn from the same numbers each time. */
const SEED = 20_263;

/** Articles of one story in one slot that carry the same frames. */
export interface FrameCell {
  slot: number;
  story: string;
  frames: readonly string[];
  articles: number;
}

interface Stretch {
  feedId: string;
  from: Date;
  to: Date | null;
}

export interface FrameShiftSearch {
  buckets: readonly CutBucket[];
  bucket: 'day' | 'week';
  watched: readonly Stretch[];
  gaps: readonly Stretch[];
  now: Date;
}

/** The buckets in which shifts up to `to` are looked for: from `from` on, and never fewer than make a level known. */
export function shiftBuckets(bucket: 'day' | 'week', tz: string, to: Date, from = to): CutBucket[] {
  const start = Math.min(from.getTime(), to.getTime() - SEARCHED[bucket] * STEP_MS[bucket]);
  return cutBuckets(new Date(start), to, bucket, tz);
}

/** Lasting shifts of the shares of frames, all judged together; charts and alerts ask this same function. */
export function findFrameShifts(
  frames: readonly string[],
  cells: readonly FrameCell[],
  { buckets, bucket, watched, gaps, now }: FrameShiftSearch,
): Shifts {
  const series = frames.map((key) => ({
    key,
    cells: cells.map(({ slot, story, frames: carried, articles }) => ({
      slot,
      story,
      n: articles,
      hits: carried.includes(key) ? articles : 0,
    })),
  }));
  return findShifts(series, {
    // What has not begun, or too few feeds were reached in, says nothing.
    usable: buckets.map((one) => one.start < now && !isBlind(one, watched, gaps)),
    minimumLength: SHORTEST_LEVEL[bucket],
    random: seededRandom(SEED),
  });
}
