import { type CutBucket, findFrameShifts, shiftBuckets } from '@framewatch/trends';
import { describe, expect, it } from '@jest/globals';
import { searchShifts } from './search-shifts.ts';

const now = new Date('2026-11-02T12:00:00.000Z');
const buckets: CutBucket[] = shiftBuckets('week', 'Asia/Tokyo', now);

/** Half of a week's stories carry the frame from the middle on, and a tenth of them before. */
const cells = buckets.flatMap((_, slot) =>
  Array.from({ length: Math.ceil(1_200 / buckets.length) }, (_story, at) => ({
    slot,
    story: `${slot}-${at}`,
    frames: at % (slot < buckets.length / 2 ? 10 : 2) === 0 ? ['burden_sharing'] : [],
    articles: 1,
    outletId: '1',
  })),
);

describe('the search for shifts in many articles', () => {
  it('finds in a thread of its own exactly what it finds here', async () => {
    const watched = [{ feedId: '1', from: new Date(0), to: null }];
    const search = { buckets, bucket: 'week' as const, watched, gaps: [], now };
    const found = await searchShifts(['burden_sharing', 'host_community'], cells, search);
    expect(found).toEqual(findFrameShifts(['burden_sharing', 'host_community'], cells, search));
    expect(found.found).toHaveLength(1);
    expect(found.found[0]?.slot).toBe(Math.ceil(buckets.length / 2));
  });
});
