import { describe, expect, it } from '@jest/globals';
import { movedFrame, type PeriodCounts, whoWasAway } from './compare-periods.ts';

const counts = (framed: number, frames: Record<string, number>): PeriodCounts => ({
  relevant: framed,
  outlets: 3,
  framed,
  frames: new Map(Object.entries(frames)),
});

describe('movedFrame', () => {
  it('tells the frame that moved most, with both shares', () => {
    const found = movedFrame(counts(128, { burden: 24, threat: 40 }), counts(105, { burden: 6, threat: 33 }));
    expect(found).toEqual({
      frame: 'burden',
      shareNow: 24 / 128,
      shareBefore: 6 / 105,
      n: 128,
      nBefore: 105,
    });
  });
  it('asks for more where more frames were looked at', () => {
    const still = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`frame${index}`, 40]));
    const [now, before] = [{ moved: 62 }, { moved: 40 }];
    expect(movedFrame(counts(200, now), counts(200, before))?.frame).toBe('moved');
    expect(movedFrame(counts(200, { ...still, ...now }), counts(200, { ...still, ...before }))).toBeNull();
  });
  it('says nothing about a handful of articles, or where nothing moved', () => {
    expect(movedFrame(counts(9, { burden: 9 }), counts(100, { burden: 0 }))).toBeNull();
    expect(movedFrame(counts(100, { burden: 30 }), counts(100, { burden: 30 }))).toBeNull();
    expect(movedFrame(counts(100, {}), counts(100, {}))).toBeNull();
  });
});

describe('whoWasAway', () => {
  const day = (n: number) => new Date(Date.UTC(2026, 4, n));
  const range = { from: day(1), to: day(21) };
  it('forgives one of many feeds, and not one of few', () => {
    const gaps = [{ outlet: 'Harbor Wire', from: day(3), to: day(8) }];
    expect(whoWasAway(gaps, 10, range)).toBeNull();
    expect(whoWasAway(gaps, 2, range)).toBe('Harbor Wire could not be reached for part of the time');
  });
  it('counts only what lies within, and a gap that goes on until the end', () => {
    expect(whoWasAway([{ outlet: 'A', from: new Date(0), to: day(1) }], 1, range)).toBeNull();
    expect(whoWasAway([{ outlet: 'A', from: day(10), to: null }], 1, range)).toContain('A could not');
  });
  it('names those that were away longest', () => {
    const gaps = ['A', 'B', 'C'].map((outlet, index) => ({ outlet, from: day(2), to: day(5 + index * 4) }));
    expect(whoWasAway(gaps, 3, range)).toBe('C, B and 1 more could not be reached for part of the time');
  });
});
