import { describe, expect, it } from '@jest/globals';
import { findFirsts, type SeenCoverage } from './first-coverage.ts';

const DAY = 86_400_000;
const at = (day: number): Date => new Date(Date.UTC(2026, 4, 1) + day * DAY);
const seen = (id: number, day: number, changes: Partial<SeenCoverage> = {}): SeenCoverage => ({
  outletId: '1',
  topic: 'bases',
  articleId: String(id),
  countedAt: at(day),
  firstSeenAt: at(day),
  mayRaise: true,
  ...changes,
});
const firsts = (
  coverage: SeenCoverage[],
  rule: { after?: string; knownFor?: string } = {},
  known: Date | null = null,
) =>
  findFirsts(
    { knownFor: '14d', ...rule },
    coverage,
    () => known,
    () => at(-100),
  ).map(({ coverage: { articleId } }) => articleId);

describe('findFirsts', () => {
  it('finds the first of each outlet and topic, whatever order they are given in', () => {
    expect(
      firsts([
        seen(3, 3),
        seen(1, 1),
        seen(2, 2, { topic: 'budget' }),
        seen(4, 4, { outletId: '2' }),
        seen(5, 5),
      ]),
    ).toEqual(['1', '2', '4']);
  });
  it('takes imports and first polls as known coverage, which raises nothing', () => {
    expect(firsts([seen(1, 1, { mayRaise: false }), seen(2, 2)])).toEqual([]);
    expect(firsts([seen(2, 2)], {}, at(-50))).toEqual([]);
  });
  it('raises again after a pause, told from the last coverage of any kind', () => {
    const coverage = [seen(1, 0), seen(2, 9), seen(3, 10, { mayRaise: false }), seen(4, 19), seen(5, 30)];
    expect(firsts(coverage, { after: '10d' })).toEqual(['1', '5']);
    expect(firsts(coverage, { after: '9d' })).toEqual(['1', '2', '4', '5']);
  });
  it('takes those that come at once for one, and of equals the one with the lower id', () => {
    expect(firsts([seen(9, 1), seen(8, 1)])).toEqual(['8']);
    expect(firsts([seen(8, 1), seen(9, 1, { countedAt: at(0.5) })], { after: '2d' })).toEqual(['8']);
  });
  it('counts an older article that comes later as no first', () => {
    expect(firsts([seen(1, 5), seen(2, 6, { countedAt: at(1) })])).toEqual(['1']);
  });
  it('says nothing of outlets that are new', () => {
    expect(firsts([seen(1, 1)], { knownFor: '101d' })).toEqual(['1']);
    expect(firsts([seen(1, 1)], { knownFor: '102d' })).toEqual([]);
  });
});
