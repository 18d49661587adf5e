import { describe, expect, it } from '@jest/globals';
import { chooseToTeach, type ReviewCandidate } from './suggest.ts';

const none = new Map<string, number>();
const article = (articleId: string, order: Partial<ReviewCandidate> = {}): ReviewCandidate => ({
  articleId,
  storyId: null,
  outletId: articleId,
  unclear: [{ labelId: 'burden_sharing', score: 0.5 }],
  ...order,
});
const ids = (chosen: ReviewCandidate[]) => chosen.map(({ articleId }) => articleId);

describe('chooseToTeach', () => {
  it('takes the least decided first', () => {
    const at = (id: string, score: number) => article(id, { unclear: [{ labelId: 'x', score }] });
    expect(ids(chooseToTeach([at('a', 0.75), at('b', 0.5), at('c', 0.35)], none, 3))).toEqual([
      'b',
      'c',
      'a',
    ]);
  });

  it('asks sooner of a label that was judged seldom', () => {
    const judged = new Map([['often', 40]]);
    const often = article('a', { unclear: [{ labelId: 'often', score: 0.5 }] });
    const seldom = article('b', { unclear: [{ labelId: 'seldom', score: 0.3 }] });
    expect(ids(chooseToTeach([often, seldom], judged, 1))).toEqual(['b']);
    expect(ids(chooseToTeach([often, seldom], none, 1))).toEqual(['a']);
  });

  it('asks of several labels at once where it can', () => {
    const both = article('b', {
      unclear: [
        { labelId: 'x', score: 0.4 },
        { labelId: 'y', score: 0.4 },
      ],
    });
    expect(ids(chooseToTeach([article('a'), both], none, 1))).toEqual(['b']);
  });

  it('takes one article of a story, and does not stay with one outlet', () => {
    const story = { storyId: '7' };
    expect(ids(chooseToTeach([article('a', story), article('b', story), article('c')], none, 3))).toEqual([
      'a',
      'c',
    ]);
    const one = { outletId: 'one' };
    expect(ids(chooseToTeach([article('a', one), article('b', one), article('c')], none, 3))).toEqual([
      'a',
      'c',
      'b',
    ]);
  });

  it('turns to another label after some questions on the first', () => {
    const candidates = [
      ...Array.from({ length: 20 }, (_, at) =>
        article(`x${at}`, { unclear: [{ labelId: 'x', score: 0.5 }] }),
      ),
      article('y', { unclear: [{ labelId: 'y', score: 0.35 }] }),
    ];
    const chosen = ids(chooseToTeach(candidates, none, 10));
    expect(chosen).toContain('y');
    expect(chosen.indexOf('y')).toBeGreaterThan(0);
  });

  it('leaves out what is decided, and gives no more than there is', () => {
    expect(chooseToTeach([article('a', { unclear: [] })], none, 5)).toEqual([]);
    expect(chooseToTeach([], none, 5)).toEqual([]);
  });
});
