import type { Scored } from './ranking.ts';

/** Articles whose scores lie in one range: how sure the classifier was of them, and how often it was right. */
export interface ReliabilityBin {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  /** Mean score; null where the range is empty. */
  readonly score: number | null;
  /** Share of positives; null where the range is empty. */
  readonly share: number | null;
}

/** The reliability curve of scores from 0 to 1, in `bins` ranges of equal width. */
export function reliability(cases: readonly Scored[], bins: number): ReliabilityBin[] {
  return Array.from({ length: bins }, (_, b) => {
    const inside = cases.filter(({ score }) => Math.min(bins - 1, Math.floor(score * bins)) === b);
    const n = inside.length;
    return {
      from: b / bins,
      to: (b + 1) / bins,
      n,
      score: n === 0 ? null : inside.reduce((sum, { score }) => sum + score, 0) / n,
      share: n === 0 ? null : inside.filter(({ actual }) => actual).length / n,
    };
  });
}

/**
 * Expected calibration error: the distance between score and share of positives, weighed by how many articles lie
 * in each range (Naeini, Cooper and Hauskrecht 2015, AAAI). Null without cases.
 */
export function calibrationError(curve: readonly ReliabilityBin[]): number | null {
  const total = curve.reduce((sum, { n }) => sum + n, 0);
  if (total === 0) return null;
  return (
    curve.reduce((sum, { n, score, share }) => sum + n * Math.abs((score ?? 0) - (share ?? 0)), 0) / total
  );
}
