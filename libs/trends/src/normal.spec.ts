import { describe, expect, it } from '@jest/globals';
import { chanceOf } from './normal.ts';

describe('chanceOf', () => {
  it('agrees with tables of the normal distribution, far out too', () => {
    expect(chanceOf(0)).toBeCloseTo(1, 6);
    expect(chanceOf(1.959964)).toBeCloseTo(0.05, 6);
    expect(chanceOf(-3.290527)).toBeCloseTo(0.001, 7);
    expect(chanceOf(6) / 1.973175e-9).toBeCloseTo(1, 5);
  });
});
