import { describe, expect, it } from '@jest/globals';
import { type AssembleInput, assembleTrend } from './assemble.ts';
import { cutBuckets } from './buckets.ts';

const at = (text: string) => new Date(text);
const from = at('2026-05-01T00:00:00Z');
const to = at('2026-05-05T00:00:00Z');

function input(changes: Partial<AssembleInput>): AssembleInput {
  return {
    beat: 'b',
    modelVersion: 'v',
    bucket: 'day',
    tz: 'UTC',
    by: 'none',
    of: 'articles',
    from,
    to,
    now: at('2026-05-10T00:00:00Z'),
    denominatorIs: 'all',
    buckets: cutBuckets(from, to, 'day', 'UTC'),
    names: [{ key: '', name: 'Relevant' }],
    numerators: [],
    denominators: [],
    totalNumerators: [],
    totalDenominators: [],
    gaps: [],
    hasImports: false,
    watched: [{ feedId: '1', from: at('2026-04-01T00:00:00Z'), to: null }],
    knownFrom: at('2026-04-01T00:00:00Z'),
    notes: [],
    synthetic: false,
    ...changes,
  };
}
const points = (changes: Partial<AssembleInput>) => assembleTrend(input(changes)).series[0]?.points;

describe('assembleTrend', () => {
  it('draws a day without articles as zero where the feeds were reached', () => {
    expect(points({})?.map((p) => p?.numerator)).toEqual([0, 0, 0, 0]);
  });

  it('draws null, not zero, where the only feed was not reached all day', () => {
    const gaps = [
      {
        feedId: '1',
        outlet: 'Kyodo',
        from: at('2026-05-02T00:00:00Z'),
        to: at('2026-05-03T12:00:00Z'),
        reason: '503',
      },
    ];
    const answer = assembleTrend(input({ gaps }));
    expect(answer.series[0]?.points.map((p) => p === null)).toEqual([false, true, false, false]);
    expect(answer.buckets.map((b) => b.gaps.length)).toEqual([0, 1, 1, 0]);
  });

  it('keeps what is known from a day on which the feed failed later', () => {
    const gaps = [
      {
        feedId: '1',
        outlet: 'Kyodo',
        from: at('2026-05-02T00:00:00Z'),
        to: at('2026-05-03T12:00:00Z'),
        reason: '503',
      },
    ];
    const day2 = { slot: 1, key: '', count: 3 };
    expect(points({ gaps, denominators: [day2], numerators: [{ ...day2, count: 2 }] })?.[1]).toMatchObject({
      numerator: 2,
      denominator: 3,
    });
  });

  it('shades but does not blind where another feed was reached', () => {
    const gaps = [{ feedId: '1', outlet: 'Kyodo', from: from, to: to, reason: '503' }];
    const watched = ['1', '2'].map((feedId) => ({ feedId, from: at('2026-04-01T00:00:00Z'), to: null }));
    expect(points({ gaps, watched })?.every((p) => p !== null)).toBe(true);
  });

  it('knows nothing of the time before the first poll and the first article', () => {
    expect(points({ knownFrom: at('2026-05-03T00:00:00Z') })?.map((p) => p === null)).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(points({ knownFrom: null })?.every((p) => p === null)).toBe(true);
  });

  it('draws null, not zero, where only imports tell of a time and told of nothing', () => {
    const watched = [{ feedId: '1', from: at('2026-05-04T00:00:00Z'), to: null }];
    const denominators = [{ slot: 1, key: '', count: 3 }];
    const isNull = (hasImports: boolean) =>
      points({ watched, denominators, hasImports })?.map((p) => p === null);
    expect(isNull(true)).toEqual([true, false, true, false]);
    expect(isNull(false)).toEqual([false, false, false, false]);
  });

  it('marks the bucket that now lies in as incomplete and draws nothing after it', () => {
    const answer = assembleTrend(input({ now: at('2026-05-03T10:00:00Z') }));
    expect(answer.buckets.map((b) => b.incomplete)).toEqual([false, false, true, true]);
    expect(answer.series[0]?.points.map((p) => p === null)).toEqual([false, false, false, true]);
  });

  it('divides an outlet by its own collection and a frame by all', () => {
    const denominators = [
      { slot: 0, key: 'a', count: 4 },
      { slot: 0, key: '', count: 10 },
    ];
    const numerators = [{ slot: 0, key: 'a', count: 1 }];
    const names = [{ key: 'a', name: 'A' }];
    expect(points({ by: 'outlet', names, numerators, denominators })?.[0]?.share).toBe(0.25);
    expect(points({ by: 'frame', names, numerators, denominators })?.[0]?.share).toBe(0.1);
  });
});
