import { wilson } from '@framewatch/measures';
import type { ShareEstimate } from './differences.ts';

/** One outlet's count and what it is a share of. */
export interface OutletCount {
  outlet: string;
  hits: number;
  n: number;
}

export interface EqualWeight extends ShareEstimate {
  /** The outlets that were counted, each as much as any other. */
  outlets: string[];
}

/** An outlet with fewer than this has no share of its own to speak of. */
export const FEWEST_OF_OUTLET = 5;

/**
 * The mean of the outlets' own shares, so that a large outlet, or a new feed, does not make a trend by its size. Its
 * 95 % interval squares and adds the outlets' Wilson limits (Zou and Donner 2008, Statistics in Medicine 27:1693) and
 * speaks of these outlets, not of others. Null where no outlet reaches `minimum`.
 */
export function equalWeight(counts: readonly OutletCount[], minimum = FEWEST_OF_OUTLET): EqualWeight | null {
  const counted = counts
    .filter(({ n }) => n >= minimum)
    .flatMap(({ outlet, hits, n }) => {
      const band = wilson(hits, n);
      return band ? [{ outlet, share: hits / n, ...band }] : [];
    });
  if (counted.length === 0) return null;
  const mean = (values: number[]): number => values.reduce((sum, x) => sum + x, 0) / counted.length;
  const share = mean(counted.map((one) => one.share));
  const below = Math.hypot(...counted.map((one) => one.share - one.low)) / counted.length;
  const above = Math.hypot(...counted.map((one) => one.high - one.share)) / counted.length;
  return {
    share,
    low: Math.max(0, share - below),
    high: Math.min(1, share + above),
    outlets: counted.map(({ outlet }) => outlet),
  };
}
