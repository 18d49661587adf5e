import type { TrendAnswer } from '@framewatch/contracts';
import { type Measure, pointValue } from './chart-rows.ts';

/** The earlier period's values of the first series, by the current bucket that each stands against. */
export function earlierValues(
  { compared }: Pick<TrendAnswer, 'compared'>,
  measure: Measure,
): Map<number, number> {
  const values = new Map<number, number>();
  for (const [place, bucket] of (compared?.buckets ?? []).entries()) {
    const value = pointValue(compared?.series[0]?.points[place] ?? null, bucket, measure);
    if (bucket.against !== null && value !== null) values.set(bucket.against, value);
  }
  return values;
}
