import { describe, expect, it } from '@jest/globals';
import type { Heatmap, TrendSeries } from '@framewatch/contracts';
import { bucketAt, niceTicks, tickIndices } from './axis.ts';
import { framingBucket } from './framing-bucket.ts';
import { heatRows } from './heat-cells.ts';
import { rankSeries, shownKeys } from './rank-series.ts';
import { sparkDays } from './spark-bars.ts';
import { spreadLabels } from './spread-labels.ts';

describe('niceTicks', () => {
  it('reaches over the highest value in round steps', () => {
    expect(niceTicks(0.37, 'share')).toEqual([0, 0.1, 0.2, 0.3, 0.4]);
    expect(niceTicks(1, 'share').at(-1)).toBe(1);
  });

  it('counts in whole numbers', () => {
    expect(niceTicks(3, 'count')).toEqual([0, 1, 2, 3, 4]);
    expect(niceTicks(9, 'count').every(Number.isInteger)).toBe(true);
  });
});

describe('tickIndices', () => {
  it('names no more buckets than there is room for, and always the newest', () => {
    const indices = tickIndices(30, 8);
    expect(indices.length).toBeLessThanOrEqual(8);
    expect(indices.at(-1)).toBe(29);
  });
});

describe('bucketAt', () => {
  it('finds the bucket under a place, and none beside the plot', () => {
    expect(bucketAt(0, 300, 30)).toBe(0);
    expect(bucketAt(299, 300, 30)).toBe(29);
    expect(bucketAt(-1, 300, 30)).toBeNull();
    expect(bucketAt(300, 300, 30)).toBeNull();
  });
});

describe('spreadLabels', () => {
  it('moves names apart and keeps their order', () => {
    const [one = 0, two = 0, three = 0] = spreadLabels([100, 102, 101], 16, 0, 300);
    expect(two - three).toBeGreaterThanOrEqual(16);
    expect(three - one).toBeGreaterThanOrEqual(16);
  });

  it('stays above the ground when many names end there', () => {
    const placed = spreadLabels([300, 300, 300], 16, 0, 300);
    expect(Math.max(...placed)).toBeLessThanOrEqual(300);
    expect(new Set(placed).size).toBe(3);
  });

  it('leaves names alone that have room', () => {
    expect(spreadLabels([20, 200], 16, 0, 300)).toEqual([20, 200]);
  });
});

describe('sparkDays', () => {
  const kinds = (days: (number | null)[], before: boolean) => sparkDays(days, before).map(({ kind }) => kind);

  it('crosses the days on which a feed that is known was not reached', () => {
    expect(kinds([null, 3, null, 0], false)).toEqual(['before', 'count', 'missed', 'count']);
  });

  it('does not blame a feed for the days before it was watched', () => {
    expect(kinds([null, null], false)).toEqual(['before', 'before']);
    expect(kinds([null, null], true)).toEqual(['missed', 'missed']);
  });
});

describe('heatRows', () => {
  const map: Heatmap = {
    frames: ['a', 'b'],
    rows: [row('1', 'Small', 2, [2, 0]), row('2', 'Large', 20, [10, 5]), row('3', 'None', 0, [0, 0])],
  };

  it('leaves out outlets without a relevant article and puts the largest first', () => {
    expect(heatRows(map).map(({ outlet }) => outlet)).toEqual(['Large', 'Small']);
  });

  it('does not let two articles of a small outlet set the scale', () => {
    const [large, small] = heatRows(map);
    expect(large?.cells[0]).toMatchObject({ share: 0.5, shade: 1, few: false });
    expect(small?.cells[0]).toMatchObject({ share: 1, shade: 1, few: true });
  });
});

describe('series of the framing chart', () => {
  const series = [share('a', 1, 10), share('b', 5, 10), share('c', 0, 10), share('d', 3, 10)];

  it('are ranked by their share of the whole period', () => {
    expect(rankSeries(series).map(({ key }) => key)).toEqual(['b', 'd', 'a', 'c']);
  });

  it('are drawn when they lead; a frame that is not there is not drawn unless it is chosen', () => {
    expect(shownKeys(rankSeries(series), null)).toEqual(['b', 'd', 'a']);
    expect(shownKeys(rankSeries(series), ['c'])).toEqual(['c']);
  });
});

describe('framingBucket', () => {
  const days = (counts: number[]) => ({
    bucket: 'day' as const,
    buckets: counts.map((_, index) => ({
      start: `${index}`,
      end: `${index + 1}`,
      label: `${index}`,
      incomplete: false,
      gaps: [],
      blind: false,
    })),
    series: [{ ...share('all', 1, 1), points: counts.map((count) => share('all', count, count + 1).total) }],
  });

  it('takes weeks where days hold too few articles for a share', () => {
    expect(framingBucket(days(Array<number>(30).fill(4)))).toBe('week');
    expect(framingBucket(days(Array<number>(30).fill(60)))).toBe('day');
  });

  it('is not moved by one busy day', () => {
    expect(framingBucket(days([...Array<number>(29).fill(4), 2_000]))).toBe('week');
  });

  it('stays with the bucket where there is next to nothing to join', () => {
    expect(framingBucket(days([3, 3, 3]))).toBe('day');
    expect(framingBucket(days(Array<number>(30).fill(0)))).toBe('day');
  });
});

function row(outletId: string, outlet: string, relevant: number, counts: number[]): Heatmap['rows'][number] {
  return { outletId, outlet, group: 'wire', relevant, counts };
}

function share(key: string, numerator: number, denominator: number): TrendSeries {
  const total = { numerator, denominator, share: numerator / denominator, low: 0, high: 1 };
  return { key, name: key, points: [], total };
}
