import { type Period, withBucket } from '../api/period.ts';
import { useTrend } from '../api/queries.ts';
import { framingBucket } from '../charts/prepare/framing-bucket.ts';
import { useSubject } from '../ui/subject.tsx';

interface FramingPeriod {
  period: Period;
  /** True where coarser buckets were taken because the usual ones hold too few articles. */
  coarser: boolean;
  ready: boolean;
}

/** The period for charts of shares: as chosen by hand, otherwise in buckets that hold enough articles. */
export function useFramingPeriod(): FramingPeriod {
  const { beat, period, view } = useSubject();
  const coverage = useTrend({
    chart: 'coverage',
    beat: beat.id,
    period,
    of: view.of ?? 'articles',
    by: 'none',
    filters: view,
  });
  if (view.bucket) return { period, coarser: false, ready: true };
  const bucket = coverage.data ? framingBucket(coverage.data) : period.bucket;
  return {
    period: bucket === period.bucket ? period : withBucket(period, bucket),
    coarser: bucket !== period.bucket,
    ready: coverage.data !== undefined || coverage.isError,
  };
}
