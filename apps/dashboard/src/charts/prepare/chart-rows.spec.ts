import { describe, expect, it } from '@jest/globals';
import type { TrendAnswer, TrendPoint } from '@framewatch/contracts';
import { chartRows, highest } from './chart-rows.ts';

describe('chartRows', () => {
  it('draws nothing, not zero, where no feed was reached', () => {
    const rows = chartRows(answer([of(2, 10), null, of(3, 10)], { blind: [1] }), 'count');
    expect(rows.map((row) => row.solid.all)).toEqual([2, null, 3]);
  });

  it('draws nothing in a blind bucket even where the answer names a number', () => {
    const rows = chartRows(answer([of(2, 10), of(0, 4)], { blind: [1] }), 'share');
    expect(rows[1]?.solid.all).toBeNull();
    expect(rows[1]?.band.all).toBeNull();
  });

  it('keeps a true zero: a count of none, and a share of none among some', () => {
    expect(chartRows(answer([of(0, 10)]), 'count')[0]?.solid.all).toBe(0);
    expect(chartRows(answer([of(0, 10)]), 'share')[0]?.solid.all).toBe(0);
  });

  it('has no share where nothing was collected, though the count is none', () => {
    const nothing: TrendPoint = { numerator: 0, denominator: 0, share: null, low: null, high: null };
    expect(chartRows(answer([nothing]), 'share')[0]?.solid.all).toBeNull();
    expect(chartRows(answer([nothing]), 'count')[0]?.solid.all).toBe(0);
  });

  it('leaves the incomplete bucket out of the solid line and leads a dashed one into it', () => {
    const rows = chartRows(answer([of(1, 10), of(2, 10), of(3, 10)], { incomplete: [2] }), 'count');
    expect(rows.map((row) => row.solid.all)).toEqual([1, 2, null]);
    expect(rows.map((row) => row.dashed.all)).toEqual([null, 2, 3]);
  });

  it('gives the band to shares alone', () => {
    const share = chartRows(answer([of(2, 10)]), 'share');
    const count = chartRows(answer([of(2, 10)]), 'count');
    expect(share[0]?.band.all).toEqual([0.1, 0.2 * 1.5]);
    expect(count[0]?.band.all).toBeNull();
  });

  it('marks a value between two gaps, which no line can show', () => {
    const rows = chartRows(answer([null, of(2, 10), null, of(1, 10), of(1, 10)], { blind: [0, 2] }), 'share');
    expect(rows.map((row) => row.alone.all)).toEqual([false, true, false, false, false]);
  });
});

describe('highest', () => {
  it('makes room for the bands where they are drawn', () => {
    const rows = chartRows(answer([of(2, 10)]), 'share');
    expect(highest(rows, ['all'], false)).toBeCloseTo(0.2);
    expect(highest(rows, ['all'], true)).toBeCloseTo(0.3);
    expect(highest(rows, [], true)).toBe(0);
  });
});

function of(numerator: number, denominator: number): TrendPoint {
  const share = numerator / denominator;
  return { numerator, denominator, share, low: share / 2, high: share * 1.5 };
}

function answer(
  points: (TrendPoint | null)[],
  { blind = [], incomplete = [] }: { blind?: number[]; incomplete?: number[] } = {},
): TrendAnswer {
  const dayOf = (index: number) => `2026-05-${String(index + 1).padStart(2, '0')}`;
  return {
    beat: 'b',
    modelVersion: null,
    bucket: 'day',
    tz: 'UTC',
    by: 'none',
    of: 'articles',
    from: `${dayOf(0)}T00:00:00.000Z`,
    to: `${dayOf(points.length)}T00:00:00.000Z`,
    denominatorIs: 'all articles collected',
    buckets: points.map((_, index) => ({
      start: `${dayOf(index)}T00:00:00.000Z`,
      end: `${dayOf(index + 1)}T00:00:00.000Z`,
      label: dayOf(index),
      incomplete: incomplete.includes(index),
      gaps: [],
      blind: blind.includes(index),
    })),
    series: [{ key: 'all', name: 'all', points, total: of(1, 10) }],
    left: 0,
    gaps: [],
    notes: [],
    synthetic: true,
  };
}
