import type { TrendAnswer } from '@framewatch/contracts';
import { describe, expect, it } from '@jest/globals';
import { withOutletsAlike } from './alike.ts';
import { earlierValues } from './earlier-values.ts';

const point = (numerator: number, denominator: number) => ({
  numerator,
  denominator,
  share: numerator / denominator,
  low: 0,
  high: 1,
});
const bucket = (against: number | null, blind = false) => ({
  start: '',
  end: '',
  label: '',
  incomplete: false,
  gaps: [],
  blind,
  against,
});

describe('earlierValues', () => {
  it('stand where the current bucket does, and not where there is none or nothing was known', () => {
    const compared = {
      buckets: [bucket(0), bucket(null), bucket(1, true), bucket(2)],
      series: [{ key: '', name: '', points: [1, 2, 3, 4].map((n) => point(n, 10)), total: point(10, 40) }],
    } as unknown as NonNullable<TrendAnswer['compared']>;
    expect([...earlierValues({ compared }, 'count')]).toEqual([
      [0, 1],
      [2, 4],
    ]);
    expect(earlierValues({}, 'share').size).toBe(0);
  });
});

describe('withOutletsAlike', () => {
  it('takes over shares and bands, keeps what can be opened, and knows where no outlet had enough', () => {
    const weighed = { share: 0.4, low: 0.2, high: 0.6, outlets: 3 };
    const answer = {
      series: [{ key: 'a', name: 'a', points: [point(1, 10), null, point(2, 10)], total: point(3, 20) }],
      equalWeight: { series: [{ key: 'a', points: [weighed, null, null], total: weighed }] },
    } as unknown as TrendAnswer;
    const [series] = withOutletsAlike(answer).series;
    expect(series?.points).toEqual([
      { numerator: 1, denominator: 10, share: 0.4, low: 0.2, high: 0.6 },
      null,
      { numerator: 2, denominator: 10, share: null, low: null, high: null },
    ]);
    expect(series?.total).toMatchObject({ numerator: 3, share: 0.4 });
  });
});
