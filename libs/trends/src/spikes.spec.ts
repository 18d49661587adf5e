import { describe, expect, it } from '@jest/globals';
import { type DayCount, findSpike, upperTail } from './spikes.ts';

const quiet = (n: number, changes: Partial<DayCount> = {}): DayCount[] =>
  Array.from({ length: n }, (_, i) => ({
    count: 4 + (i % 3),
    total: 100,
    weekday: i % 7,
    inGap: false,
    ...changes,
  }));

describe('upperTail', () => {
  it('is the Poisson tail for counts without extra spread', () => {
    expect(upperTail(3, 1, Number.POSITIVE_INFINITY)).toBeCloseTo(1 - Math.exp(-1) * 2.5, 10);
  });
  it('is the geometric tail for size 1: P(X >= k) = (mu / (1 + mu))^k', () => {
    expect(upperTail(4, 3, 1)).toBeCloseTo(0.75 ** 4, 10);
  });
});

describe('findSpike', () => {
  const day = (count: number, changes: Partial<DayCount> = {}): DayCount => ({
    count,
    total: 100,
    weekday: 3,
    inGap: false,
    ...changes,
  });

  it('sees four times the usual', () => {
    expect(findSpike([...quiet(56), day(22)], 5)).toMatchObject({ observed: 22 });
  });
  it('is calm on a usual day', () => {
    expect(findSpike([...quiet(56), day(7)], 5)).toBeNull();
  });
  it('is calm where more was collected and the share is the same', () => {
    expect(findSpike([...quiet(56), day(22, { total: 440 })], 5)).toBeNull();
  });
  it('says nothing of a day in a gap, nor against a baseline of gaps', () => {
    expect(findSpike([...quiet(56), day(22, { inGap: true })], 5)).toBeNull();
    expect(findSpike([...quiet(56, { inGap: true }), day(22)], 5)).toBeNull();
  });
  it('wants a fortnight of baseline and the least number asked for', () => {
    expect(findSpike([...quiet(10), day(22)], 5)).toBeNull();
    expect(findSpike([...quiet(56), day(22)], 30)).toBeNull();
  });
});
