import type { Bucket, TrendAnswer } from '@framewatch/contracts';

/**
 * Below this many relevant articles in the usual bucket, shares jump by chance: at 25, the 95 % interval of a share of
 * 20 % reaches from 9 % to 39 %.
 */
const enoughForShares = 25;

const coarser: Record<Bucket, Bucket> = { hour: 'day', day: 'week', week: 'month', month: 'month' };

/**
 * The bucket in which shares are readable: the one of the coverage chart, or the next coarser where its usual bucket
 * (the median one, so that one busy day decides nothing) holds too few relevant articles. A bucket chosen by hand is
 * kept by the caller.
 */
export function framingBucket({
  bucket,
  buckets,
  series,
}: Pick<TrendAnswer, 'bucket' | 'buckets' | 'series'>): Bucket {
  const counts = buckets.flatMap(({ blind, incomplete }, index) => {
    const point = series[0]?.points[index];
    return blind || incomplete || !point ? [] : [point.numerator];
  });
  const usual = median(counts);
  return counts.length > 6 && usual > 0 && usual < enoughForShares ? coarser[bucket] : bucket;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
