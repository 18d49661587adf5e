import type { Bucket } from '@framewatch/contracts';

/** Below this many relevant articles a bucket on average, shares jump by chance and say little. */
const enoughForShares = 12;

const coarser: Record<Bucket, Bucket> = { hour: 'day', day: 'week', week: 'month', month: 'month' };

/**
 * The bucket in which shares are readable: the one given, or the next coarser where the buckets hold too few articles
 * on average. A bucket chosen by hand is kept by the caller.
 */
export function framingBucket(bucket: Bucket, relevant: number, buckets: number): Bucket {
  return buckets > 6 && relevant > 0 && relevant / buckets < enoughForShares ? coarser[bucket] : bucket;
}
