import { describe, expect, it } from '@jest/globals';
import { twoProportionZ, wilson } from './intervals.ts';

describe('wilson', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3 (score, no continuity correction).
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is %d to %d, as published', (hits, n, low, high) => {
    const interval = wilson(hits, n);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  it('knows nothing of nothing', () => {
    expect(wilson(0, 0)).toBeNull();
  });
});

describe('twoProportionZ', () => {
  it('grows with the difference and with n, and has its sign', () => {
    expect(twoProportionZ(30, 100, 10, 100)).toBeCloseTo(3.5355, 3);
    expect(twoProportionZ(10, 100, 30, 100)).toBeCloseTo(-3.5355, 3);
    expect(Math.abs(twoProportionZ(3, 10, 1, 10))).toBeLessThan(1.96);
  });

  it('is 0 where nothing can be compared', () => {
    expect(twoProportionZ(0, 0, 5, 10)).toBe(0);
    expect(twoProportionZ(0, 10, 0, 10)).toBe(0);
  });
});
