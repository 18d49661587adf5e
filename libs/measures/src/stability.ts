/** How far two distributions over the same bins lie apart, and what chance alone would make of it. */
export interface Stability {
  /** Population stability index: the sum of (p - q) ln(p / q) over the bins. */
  readonly index: number;
  /** What the index stays below 19 times in 20 where nothing changed, for so many cases. */
  readonly chance: number;
}

/** A case and a half for each bin, so that an empty one is no division by zero. */
const SMOOTHING = 0.5;

/**
 * Population stability index of two histograms with equally many bins; null where one of them is empty.
 * Rules of thumb: below .1 steady, above .25 much changed (Siddiqi 2006, Credit Risk Scorecards). Without a change the
 * index spreads as (1/n + 1/m) times chi-square with bins - 1 degrees (Yurdakul 2018, Western Michigan University), so
 * that few cases look like drift; `chance` is its 95th percentile by Wilson and Hilferty's approximation (1931).
 */
export function stability(before: readonly number[], now: readonly number[]): Stability | null {
  if (before.length !== now.length) throw new RangeError('The histograms have different numbers of bins.');
  const [n, m] = [total(before), total(now)];
  if (n === 0 || m === 0) return null;
  const share = (count: number, of: number): number => (count + SMOOTHING) / (of + SMOOTHING * before.length);
  const index = before.reduce((sum, count, bin) => {
    const [p, q] = [share(count, n), share(now[bin] ?? 0, m)];
    return sum + (p - q) * Math.log(p / q);
  }, 0);
  return { index, chance: (1 / n + 1 / m) * chiSquare95(before.length - 1) };
}

const total = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** The 95th percentile of chi-square. */
function chiSquare95(degrees: number): number {
  if (degrees === 0) return 0;
  const spread = 2 / (9 * degrees);
  return degrees * (1 - spread + 1.6448536269514722 * Math.sqrt(spread)) ** 3;
}
