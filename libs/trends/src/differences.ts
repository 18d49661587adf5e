import type { Interval } from '@framewatch/measures';
import { Z95 } from './normal-quantile.ts';

/** A share with its 95 % interval, however that was found. */
export interface ShareEstimate extends Interval {
  share: number;
}

export interface Difference extends Interval {
  value: number;
}

/**
 * How much larger `a` is than `b`, with a 95 % interval made of the two shares' own (square-and-add: Newcombe 1998,
 * Statistics in Medicine 17:873, method 10, when they are Wilson's). The two have to be independent.
 */
export function differenceOfShares(a: ShareEstimate, b: ShareEstimate): Difference {
  const value = a.share - b.share;
  return {
    value,
    low: Math.max(-1, value - Math.hypot(a.share - a.low, b.high - b.share)),
    high: Math.min(1, value + Math.hypot(a.high - a.share, b.share - b.low)),
  };
}

/**
 * How many times as large the share hitsA / nA is as hitsB / nB, 95 %, on the log scale (Katz, Baptista, Azen and Pike
 * 1978, Biometrics 34:469). Null where either has no hits: a multiple of nothing is no number.
 */
export function ratioOfShares(hitsA: number, nA: number, hitsB: number, nB: number): Difference | null {
  if (hitsA <= 0 || hitsB <= 0 || nA <= 0 || nB <= 0) return null;
  const value = hitsA / nA / (hitsB / nB);
  const spread = Math.exp(Z95 * Math.sqrt(1 / hitsA - 1 / nA + 1 / hitsB - 1 / nB));
  return { value, low: value / spread, high: value * spread };
}
