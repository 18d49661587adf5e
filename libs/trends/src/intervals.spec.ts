import { describe, expect, it } from '@jest/globals';
import { twoProportionZ } from './intervals.ts';

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
