import type { TrendAnswer, TrendBucket } from '@framewatch/contracts';
import type { MouseHandlerDataParam } from 'recharts';

/** The index of the bucket under the pointer, or null. */
export function pointed(state: MouseHandlerDataParam): number | null {
  const index = Number(state.activeTooltipIndex ?? Number.NaN);
  return Number.isInteger(index) ? index : null;
}

/** A bucket that can be opened: one that is known, for behind a gap there is no list. */
export function bucketOf(answer: TrendAnswer, index: number | null): TrendBucket | null {
  const bucket = index === null ? undefined : answer.buckets[index];
  return bucket && !bucket.blind ? bucket : null;
}
