import { describe, expect, it } from '@jest/globals';
import { seededRandom } from './random.ts';
import { stability } from './stability.ts';

describe('stability', () => {
  it('is zero between equal shares and grows with the distance', () => {
    expect(stability([100, 300], [100, 300])?.index).toBe(0);
    const near = stability([500, 500], [450, 550])?.index ?? 0;
    const far = stability([500, 500], [200, 800])?.index ?? 0;
    expect(near).toBeGreaterThan(0);
    expect(far).toBeGreaterThan(10 * near);
  });

  it('is (p - q) ln(p / q), summed up', () => {
    // Many cases, so that the half case of each bin is nothing: .2 ln(.7/.5) + .2 ln(.5/.3).
    const expected = 0.2 * Math.log(0.7 / 0.5) + -0.2 * Math.log(0.3 / 0.5);
    expect(stability([7e8, 3e8], [5e8, 5e8])?.index).toBeCloseTo(expected, 6);
  });

  it('says what chance alone would make: tabulated chi-square, 16.92 at nine degrees, 3.84 at one', () => {
    const ten = new Array<number>(10).fill(100);
    expect((stability(ten, ten)?.chance ?? 0) / (2 / 1000)).toBeCloseTo(16.92, 1);
    expect((stability([500, 500], [500, 500])?.chance ?? 0) / (2 / 1000)).toBeCloseTo(3.84, 0);
  });

  it('stays below chance about 19 times in 20 where nothing changed', () => {
    const random = seededRandom(3);
    const draw = (n: number): number[] => {
      const bins = new Array<number>(10).fill(0);
      for (let i = 0; i < n; i++) {
        const bin = Math.floor(10 * random() ** 1.5);
        bins[bin] = (bins[bin] ?? 0) + 1;
      }
      return bins;
    };
    let below = 0;
    for (let round = 0; round < 400; round++) {
      const found = stability(draw(400), draw(250));
      if (found && found.index < found.chance) below += 1;
    }
    expect(below / 400).toBeGreaterThan(0.92);
    expect(below / 400).toBeLessThan(0.985);
  });

  it('knows nothing without cases, and refuses bins that do not match', () => {
    expect(stability([0, 0], [1, 2])).toBeNull();
    expect(() => stability([1], [1, 2])).toThrow(RangeError);
  });
});
