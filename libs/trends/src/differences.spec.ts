import { wilson } from '@framewatch/measures';
import { describe, expect, it } from '@jest/globals';
import { differenceOfShares, ratioOfShares } from './differences.ts';

const share = (hits: number, n: number) => ({ share: hits / n, ...(wilson(hits, n) ?? { low: 0, high: 1 }) });

describe('differenceOfShares', () => {
  // Newcombe, Statistics in Medicine 17 (1998) 873, table II, method 10.
  it.each([
    [56, 70, 48, 80, 0.0524, 0.3339],
    [9, 10, 3, 10, 0.1705, 0.809],
    [6, 7, 2, 7, 0.0582, 0.8062],
    [5, 56, 0, 29, -0.0381, 0.1926],
    [0, 10, 0, 20, -0.1611, 0.2775],
  ])('of %d/%d and %d/%d is as published', (a, m, b, n, low, high) => {
    const difference = differenceOfShares(share(a, m), share(b, n));
    expect(difference.value).toBeCloseTo(a / m - b / n, 12);
    expect(difference.low).toBeCloseTo(low, 4);
    expect(difference.high).toBeCloseTo(high, 4);
  });
});

describe('ratioOfShares', () => {
  it('is as published for aspirin and heart attacks', () => {
    // Agresti, An Introduction to Categorical Data Analysis (1996), section 2.2: 189 of 11,034 against 104 of 11,037.
    const ratio = ratioOfShares(189, 11_034, 104, 11_037);
    expect(ratio?.value).toBeCloseTo(1.82, 2);
    expect(ratio?.low).toBeCloseTo(1.43, 2);
    expect(ratio?.high).toBeCloseTo(2.31, 2);
  });
  it('is no number where there was nothing before', () => {
    expect(ratioOfShares(5, 10, 0, 10)).toBeNull();
    expect(ratioOfShares(0, 10, 5, 10)).toBeNull();
  });
});
