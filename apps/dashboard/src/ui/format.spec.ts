import { describe, expect, it } from '@jest/globals';
import { makeFormat } from './format.ts';

const day = { start: '2026-05-02T15:00:00.000Z', end: '2026-05-03T15:00:00.000Z' };

describe('makeFormat', () => {
  it('names a bucket by the day in the zone in which it was cut', () => {
    expect(makeFormat('en', 'Asia/Tokyo').bucket(day, 'day')).toBe('Sun, 3 May 2026');
    expect(makeFormat('en', 'UTC').bucket(day, 'day')).toBe('Sat, 2 May 2026');
  });

  it('names a week by its first and its last day, not by the first of the next', () => {
    const week = { start: '2026-05-03T15:00:00.000Z', end: '2026-05-10T15:00:00.000Z' };
    expect(makeFormat('en', 'Asia/Tokyo').bucket(week, 'week')).toBe('4 May – 10 May 2026');
  });

  it('never rounds a small share to nothing', () => {
    const { percent } = makeFormat('en', 'UTC');
    expect(percent(0.004)).toBe('0.4\u202f%');
    expect(percent(0.19)).toBe('19\u202f%');
    expect(percent(null)).toBe('–');
  });
});
