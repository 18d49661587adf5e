import { describe, expect, it } from '@jest/globals';
import { paceOf } from './pace.ts';

describe('pace', () => {
  it('tells articles a minute and the minutes that are left', () => {
    const samples = [
      { at: 0, done: 1_000 },
      { at: 30_000, done: 4_000 },
    ];
    expect(paceOf(samples, 16_000)).toEqual({ perMinute: 6_000, minutesLeft: 2 });
  });

  it('looks at the last minute alone, and never says less than a minute', () => {
    const samples = [
      { at: 0, done: 0 },
      { at: 100_000, done: 1_000 },
      { at: 110_000, done: 2_000 },
    ];
    expect(paceOf(samples, 2_001)).toEqual({ perMinute: 6_000, minutesLeft: 1 });
  });

  it('says nothing too early, or where nothing moves', () => {
    expect(paceOf([], 10)).toBeNull();
    expect(paceOf([{ at: 0, done: 1 }], 10)).toBeNull();
    expect(
      paceOf(
        [
          { at: 0, done: 1 },
          { at: 20_000, done: 1 },
        ],
        10,
      ),
    ).toBeNull();
  });
});
