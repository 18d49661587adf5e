import { describe, expect, it } from '@jest/globals';
import { negativeBinomialSize, upperTail } from './dispersion.ts';

/** So many leaves with no mite, one mite, two mites … */
function counted(frequencies: number[]) {
  const counts = frequencies.flatMap((times, count) => new Array<number>(times).fill(count));
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  return counts.map((count) => ({ count, mean }));
}

describe('negativeBinomialSize', () => {
  // Bliss and Fisher, Biometrics 9 (1953) 176, table 1: European red mites on 150 apple leaves; k = 1.0246 by maximum
  // likelihood.
  const mites = counted([70, 38, 17, 10, 9, 3, 2, 1]);

  it('is as published for mites on apple leaves', () => {
    expect(mites).toHaveLength(150);
    expect(mites[0]?.mean).toBeCloseTo(1.1467, 4);
    expect(negativeBinomialSize(mites)).toBeCloseTo(1.0246, 4);
  });

  it('gives the published expected numbers of leaves, as R’s dnbinom does', () => {
    const leaves = (x: number) =>
      150 * (upperTail(x, 172 / 150, 1.0246) - upperTail(x + 1, 172 / 150, 1.0246));
    // The likelihood at the estimate beats its neighbours: the slope was solved, not approximated.
    expect([0, 1, 2].map((x) => Number(leaves(x).toFixed(1)))).toEqual([69.5, 37.6, 20.1]);
  });

  it('is infinite where counts vary no more than chance makes them', () => {
    expect(negativeBinomialSize(counted([0, 10, 20, 10]))).toBe(Number.POSITIVE_INFINITY);
  });

  it('finds the size that made the counts, each around a mean of its own', () => {
    // Quantiles of a geometric distribution (size 1) at even steps, for two means.
    const made = [2, 8].flatMap((mean) =>
      Array.from({ length: 500 }, (_, i) => ({
        mean,
        count: Math.floor(Math.log(1 - (i + 0.5) / 500) / Math.log(mean / (1 + mean))),
      })),
    );
    expect(negativeBinomialSize(made)).toBeCloseTo(1, 1);
  });
});

describe('upperTail', () => {
  it('is the Poisson tail for counts without extra spread', () => {
    expect(upperTail(3, 1, Number.POSITIVE_INFINITY)).toBeCloseTo(1 - Math.exp(-1) * 2.5, 10);
  });
  it('is the geometric tail for size 1: P(X >= k) = (mu / (1 + mu))^k', () => {
    expect(upperTail(4, 3, 1)).toBeCloseTo(0.75 ** 4, 10);
  });
  it('keeps its digits far out, and for means whose first terms are no numbers any more', () => {
    expect(upperTail(200, 3, 1) / 0.75 ** 200).toBeCloseTo(1, 8);
    expect(upperTail(2_000, 2_000, Number.POSITIVE_INFINITY)).toBeCloseTo(0.5, 1);
  });
});
