import { describe, expect, it } from '@jest/globals';
import type { Gap, TrendBucket } from '@framewatch/contracts';
import { bucketNotes } from './bucket-notes.ts';
import { gapRanges, namedGaps } from './gap-ranges.ts';

describe('gapRanges', () => {
  it('shades neighbouring buckets that miss the same outlets once', () => {
    const gaps = [gap('Kyodo', 2, 4), gap('NHK', 4, 5)];
    const buckets = [bucket(1), bucket(2, [0]), bucket(3, [0]), bucket(4, [0, 1]), bucket(5)];
    expect(gapRanges({ buckets, gaps })).toEqual([
      { first: 1, last: 2, outlets: ['Kyodo'], blind: false },
      { first: 3, last: 3, outlets: ['Kyodo', 'NHK'], blind: false },
    ]);
  });

  it('keeps buckets apart in which nothing at all was reached', () => {
    const buckets = [bucket(1, [0]), { ...bucket(2, [0]), blind: true }, bucket(3, [0])];
    const ranges = gapRanges({ buckets, gaps: [gap('Kyodo', 1, 4)] });
    expect(ranges.map(({ first, blind }) => [first, blind])).toEqual([
      [0, false],
      [1, true],
      [2, false],
    ]);
  });
});

describe('namedGaps', () => {
  it('tells overlapping gaps of one outlet as one, and says that it goes on', () => {
    const named = namedGaps({ gaps: [gap('Kyodo', 1, 3), gap('Kyodo', 2, null), gap('NHK', 1, 2)] });
    expect(named).toHaveLength(2);
    expect(named.find(({ outlet }) => outlet === 'Kyodo')).toMatchObject({ to: null, feeds: 2 });
  });

  it('keeps two gaps of one outlet apart when it was reached between them', () => {
    expect(namedGaps({ gaps: [gap('Kyodo', 1, 2), gap('Kyodo', 4, 5)] })).toHaveLength(2);
  });
});

describe('bucketNotes', () => {
  it('puts a remark into the bucket that holds its instant, and leaves out what lies outside', () => {
    const note = (at: string) => ({ at, kind: 'note' as const, text: at });
    const notes = [note(at(2)), note('2026-05-02T23:59:59.000Z'), note(at(9))];
    const found = bucketNotes({ buckets: [bucket(1), bucket(2), bucket(3)], notes });
    expect(found).toHaveLength(1);
    expect(found[0]?.index).toBe(1);
    expect(found[0]?.notes).toHaveLength(2);
  });
});

function at(day: number): string {
  return `2026-05-${String(day).padStart(2, '0')}T00:00:00.000Z`;
}

function bucket(day: number, gaps: number[] = []): TrendBucket {
  return { start: at(day), end: at(day + 1), label: at(day), incomplete: false, gaps, blind: false };
}

function gap(outlet: string, from: number, to: number | null): Gap {
  return { feedId: '1', outlet, from: at(from), to: to === null ? null : at(to), reason: 'HTTP 503' };
}
