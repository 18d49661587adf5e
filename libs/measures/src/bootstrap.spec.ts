import { describe, expect, it } from '@jest/globals';
import { bootstrap } from './bootstrap.ts';

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, x) => sum + x, 0) / values.length;

describe('bootstrap', () => {
  it('comes near the interval that theory gives for a mean', () => {
    const values = Array.from({ length: 400 }, (_, i) => (i % 2 === 0 ? 1 : -1));
    const interval = bootstrap(values, mean);
    // The standard error of the mean is 1/20.
    expect(interval?.low).toBeCloseTo(-1.96 / 20, 1);
    expect(interval?.high).toBeCloseTo(1.96 / 20, 1);
    expect(interval!.low).toBeLessThan(-0.06);
  });

  it('draws the same each time', () => {
    const values = [3, 1, 4, 1, 5, 9, 2, 6];
    expect(bootstrap(values, mean)).toEqual(bootstrap(values, mean));
  });

  it('gives none where there is nothing to draw or most draws have no figure', () => {
    expect(bootstrap([], mean)).toBeNull();
    expect(bootstrap([1, 0, 0, 0, 0, 0], (drawn) => (drawn.includes(1) ? 1 : null))).toBeNull();
  });
});
