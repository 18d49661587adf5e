import type { TrendAnswer, TrendBucket } from '@framewatch/contracts';
import type { MouseEvent } from 'react';
import { bucketAt } from '../prepare/axis.ts';

/** Where a chart's plot lies within its box, in pixels. */
export interface PlotEdges {
  left: number;
  right: number;
}

/**
 * The bucket under a click on a chart's box, or null beside the plot and in a gap, behind which there is no list.
 * Reckoned from the place itself: a tap has no pointer that was over the chart before.
 */
export function clickedBucket(
  event: MouseEvent<HTMLElement>,
  answer: TrendAnswer,
  { left, right }: PlotEdges,
): TrendBucket | null {
  const box = event.currentTarget.getBoundingClientRect();
  const index = bucketAt(event.clientX - box.left - left, box.width - left - right, answer.buckets.length);
  const bucket = index === null ? undefined : answer.buckets[index];
  return bucket && !bucket.blind ? bucket : null;
}
