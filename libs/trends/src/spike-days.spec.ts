import { describe, expect, it } from '@jest/globals';
import { cutBuckets } from './buckets.ts';
import { dayCounts, findSpikes } from './spike-days.ts';
import { type DayCount, findSpike } from './spikes.ts';

/** A year of days with busier Tuesdays, and numbers that look random and are the same in every run. */
function year(): DayCount[] {
  let state = 5;
  return Array.from({ length: 365 }, (_, i) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const usual = i % 7 === 2 ? 14 : 6;
    return {
      count: usual + (state % 5) - 2,
      total: 100 + (state % 20),
      weekday: i % 7,
      inGap: i % 50 === 49,
    };
  });
}

describe('findSpikes', () => {
  it('finds exactly what looking at each day as an alert does finds', () => {
    const days = year();
    for (const at of [100, 180, 301]) days[at] = { ...days[at]!, count: 34 };
    const found = findSpikes(days, 60, 5);
    const alone = days.flatMap((_, slot) => {
      const spike = slot < 60 ? null : findSpike(days.slice(Math.max(0, slot - 56), slot + 1), 5);
      return spike ? [{ slot, ...spike }] : [];
    });
    expect(found.spikes).toEqual(alone);
    expect(found.spikes.map(({ slot }) => slot)).toEqual([100, 180, 301]);
  });

  it('counts what it looked at and what says nothing', () => {
    const { judged, blind, withoutHistory } = findSpikes(year(), 0, 5);
    expect({ judged, blind, withoutHistory }).toEqual({ judged: 344, blind: 7, withoutHistory: 14 });
  });
});

describe('dayCounts', () => {
  it('knows weekdays in the viewer’s zone, gaps, and that nothing counted is none', () => {
    const buckets = cutBuckets(
      new Date('2026-05-10T15:00:00Z'),
      new Date('2026-05-12T15:00:00Z'),
      'day',
      'Asia/Tokyo',
    );
    const days = dayCounts({
      buckets,
      hits: [{ slot: 1, count: 3 }],
      all: [
        { slot: 0, count: 8 },
        { slot: 1, count: 9 },
      ],
      watched: [{ feedId: '1', from: new Date(0), to: null }],
      gaps: [{ feedId: '1', from: new Date('2026-05-12T00:00:00Z'), to: null }],
      tz: 'Asia/Tokyo',
    });
    expect(days).toEqual([
      { count: 0, total: 8, weekday: 1, inGap: false },
      { count: 3, total: 9, weekday: 2, inGap: true },
    ]);
  });
});
