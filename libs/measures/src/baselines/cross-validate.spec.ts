import { describe, expect, it } from '@jest/globals';
import { seededRandom } from '../random.ts';
import { BASELINES, type BaselineName } from './baselines.ts';
import { crossValidate } from './cross-validate.ts';
import { type Sample, weighTerms } from './samples.ts';

const MARKS = ['ship', 'crew', 'harbour', 'sail'];

/** Articles of forty words drawn from one list, a quarter of them with three words of their own. */
function articles(n: number): Sample[] {
  const random = seededRandom(1);
  const draw = () => `w${Math.floor(random() * 200)}`;
  const texts = Array.from({ length: n }, (_, i) => {
    const plain = Array.from({ length: 40 }, draw);
    return i % 4 === 0 ? [...plain, ...MARKS.filter((_mark, m) => m !== (i / 4) % 4)] : plain;
  });
  return weighTerms(texts).map((words, i) => ({ words, cues: i % 4 === 0 ? 2 : 0, actual: i % 4 === 0 }));
}

describe('crossValidate', () => {
  it.each(Object.keys(BASELINES) as BaselineName[])('lets %s find what can be found', (name) => {
    const samples = articles(120);
    const judged = crossValidate(samples, BASELINES[name]);
    const right = judged.filter(({ decided }, i) => decided === samples[i]!.actual).length;
    expect(right).toBeGreaterThan(110);
  });

  it('never learns from the article that it judges', () => {
    const samples = articles(60);
    // A method that knows its articles by heart is right about those alone.
    const byHeart = {
      strengths: [0],
      fit: (known: readonly Sample[]) => (sample: Pick<Sample, 'words'>) =>
        known.some(({ words, actual }) => actual && words === sample.words) ? 1 : 0,
    };
    expect(crossValidate(samples, byHeart).some(({ score }) => score > 0)).toBe(false);
  });

  it('decides nothing where there is no positive to learn from', () => {
    const samples = articles(40).map((sample) => ({ ...sample, actual: false }));
    for (const baseline of Object.values(BASELINES))
      expect(crossValidate(samples, baseline).some(({ decided }) => decided)).toBe(false);
  });
});

describe('weighTerms', () => {
  it('weighs a term by its log count and its rarity, and scales to length 1', () => {
    const [first] = weighTerms([['rare', 'rare', 'common'], ['common', 'other'], ['common'], ['x']]);
    const raw = [(1 + Math.log(2)) * Math.log(5 / 2), Math.log(5 / 4)];
    const norm = Math.hypot(...raw);
    expect([...first!.weights]).toEqual(raw.map((x) => expect.closeTo(x / norm, 12)));
    expect([...first!.counts]).toEqual([2, 1]);
    expect(first!.length).toBe(3);
  });
});
