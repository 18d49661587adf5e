import { describe, expect, it } from '@jest/globals';
import { type DayCount, findSpike, judgeSpike } from './spikes.ts';

const quiet = (n: number, changes: Partial<DayCount> = {}): DayCount[] =>
  Array.from({ length: n }, (_, i) => ({
    count: 4 + (i % 3),
    total: 100,
    weekday: i % 7,
    inGap: false,
    ...changes,
  }));

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

describe('judgeSpike', () => {
  const day = (count: number, total = 100): DayCount => ({ count, total, weekday: 3, inGap: false });
  it('says why nothing can be said', () => {
    expect(judgeSpike([...quiet(13), day(22)], 5)).toEqual({ kind: 'short-history', days: 13, needed: 14 });
    expect(judgeSpike([...quiet(56), day(3)], 5)).toEqual({ kind: 'too-few', observed: 3, needed: 5 });
    expect(judgeSpike([...quiet(56), { ...day(22), inGap: true }], 5)).toEqual({ kind: 'gap' });
    expect(judgeSpike([...quiet(56), day(6)], 5)).toMatchObject({ kind: 'usual' });
  });

  it('learns what a weekday usually brings', () => {
    const weekly = Array.from({ length: 56 }, (_, i) => ({ ...day(i % 7 === 3 ? 20 : 4), weekday: i % 7 }));
    expect(judgeSpike([...weekly, day(20)], 5)).toMatchObject({ kind: 'usual' });
    expect(judgeSpike([...weekly, { ...day(20), weekday: 4 }], 5)).toMatchObject({ kind: 'spike' });
  });

  it('does not let an earlier spike hide the next one', () => {
    const history = quiet(56);
    const expected = (days: DayCount[]) => {
      const verdict = judgeSpike(days, 5);
      return 'expected' in verdict ? verdict.expected : Number.NaN;
    };
    const spiked = [...history.slice(0, 30), day(80), ...history.slice(31)];
    expect(expected([...spiked, day(22)])).toBeCloseTo(expected([...history, day(22)]), 0);
    expect(judgeSpike([...spiked, day(22)], 5)).toMatchObject({ kind: 'spike' });
  });

  it('sees the first day of what never came before', () => {
    const never = quiet(56, { count: 0 });
    expect(judgeSpike([...never, day(8)], 5)).toMatchObject({ kind: 'spike', expected: 0.1 });
    expect(judgeSpike([...never.slice(1), day(1), day(8)], 5)).toMatchObject({ kind: 'spike' });
  });

  it('is less sure after a fortnight than after eight weeks', () => {
    const chance = (n: number) => {
      const verdict = judgeSpike([...quiet(n), day(14)], 5);
      return 'probability' in verdict ? verdict.probability : Number.NaN;
    };
    expect(chance(14)).toBeGreaterThan(chance(56) * 1.05);
  });
});
