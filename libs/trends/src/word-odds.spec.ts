import { seededRandom } from '@framewatch/measures';
import { describe, expect, it } from '@jest/globals';
import { compareWords, logOdds } from './word-odds.ts';

const none = { word: 0, all: 0 };

describe('logOdds', () => {
  it('is the published odds ratio where the prior is nothing', () => {
    // Bland and Altman, BMJ 320 (2000) 1468: hay fever in children with and without eczema. Odds ratio 4.89, its
    // logarithm 1.588 with a standard error of .103.
    const { value, variance } = logOdds({ hits: 141, n: 141 + 420 }, { hits: 928, n: 928 + 13_525 }, none);
    expect(Math.exp(value)).toBeCloseTo(4.89, 2);
    expect(value).toBeCloseTo(1.588, 3);
    expect(Math.sqrt(variance)).toBeCloseTo(0.103, 3);
  });

  it('is that of another implementation of Monroe et al. under their prior', () => {
    // The package fightin-words for Python (the example of its README): nine words against nine, eleven different
    // ones, .05 for each; z of a word that only the second says -.6894227886807968 with their variance for rare words.
    const { value } = logOdds({ hits: 0, n: 9 }, { hits: 1, n: 9 }, { word: 0.05, all: 11 * 0.05 });
    expect(value / Math.sqrt(1 / 0.05 + 1 / 1.05)).toBeCloseTo(-0.6894227886807968, 12);
  });

  it('turns its sign with the sides', () => {
    const [a, b, prior] = [
      { hits: 5, n: 40 },
      { hits: 9, n: 31 },
      { word: 1.5, all: 10 },
    ];
    expect(logOdds(a, b, prior).value).toBeCloseTo(-logOdds(b, a, prior).value, 12);
    expect(logOdds(a, b, prior).variance).toBeCloseTo(logOdds(b, a, prior).variance, 12);
  });
});

describe('compareWords', () => {
  const storiesOf = { a: 60, b: 80 };
  it('finds what one side says, with its sign, and leaves what both say', () => {
    const counts = [
      { word: 'burden', a: 30, b: 4 },
      { word: 'deterrence', a: 3, b: 40 },
      { word: 'alliance', a: 31, b: 42 },
    ];
    const { tried, found } = compareWords(counts, storiesOf);
    expect(tried).toBe(3);
    expect(found.map(({ word, z }) => [word, z > 0])).toEqual([
      ['burden', true],
      ['deterrence', false],
    ]);
    for (const { logOdds: value, low, high } of found) expect(low < value && value < high).toBe(true);
  });

  it('makes no word of a text that came once, however often it stands there', () => {
    expect(compareWords([{ word: 'yokosuka', a: 1, b: 0 }], storiesOf)).toEqual({ tried: 0, found: [] });
  });

  it('finds next to nothing where two sides are drawn from one', () => {
    const random = seededRandom(3);
    const drawn = (n: number, share: number) =>
      Array.from({ length: n }, random).filter((x) => x < share).length;
    let finds = 0;
    for (let round = 0; round < 40; round++) {
      const counts = Array.from({ length: 300 }, (_, i) => {
        const share = 0.02 + (i % 30) / 60;
        return { word: String(i), a: drawn(60, share), b: drawn(80, share) };
      });
      if (compareWords(counts, storiesOf).found.length > 0) finds += 1;
    }
    // Where nothing differs, the rate of false discoveries is the chance of any find at all: 2 of 40, give or take.
    expect(finds).toBeLessThanOrEqual(5);
  });
});
