import type { TrendAnswer } from '@framewatch/contracts';

/**
 * The answer with each share replaced by the mean of the outlets' own, where that was asked for; numerators and
 * denominators stay those that can be opened.
 */
export function withOutletsAlike(answer: TrendAnswer): TrendAnswer {
  const { equalWeight } = answer;
  if (!equalWeight) return answer;
  const series = answer.series.map((one) => {
    const weighed = equalWeight.series.find(({ key }) => key === one.key);
    const unknown = { share: null, low: null, high: null };
    const alike = (found: { share: number; low: number; high: number } | null | undefined) =>
      found ? { share: found.share, low: found.low, high: found.high } : unknown;
    return {
      ...one,
      points: one.points.map((point, i) => point && { ...point, ...alike(weighed?.points[i]) }),
      total: { ...one.total, ...alike(weighed?.total) },
    };
  });
  return { ...answer, series };
}
