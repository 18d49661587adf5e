import { seededRandom } from '@framewatch/measures';
import { describe, expect, it } from '@jest/globals';
import { findShifts, type StorySlot } from './shifts.ts';

const DAYS = 120;
const search = (usable = new Array<boolean>(DAYS).fill(true)) => ({
  usable,
  minimumLength: 14,
  random: seededRandom(4),
});
/** Two stories a day, of which this share carries the frame. */
function told(shareOf: (day: number) => number, seed = 2): StorySlot[] {
  const random = seededRandom(seed);
  return Array.from({ length: DAYS * 2 }, (_, i) => {
    const slot = Math.floor(i / 2);
    return { slot, story: String(i), n: 1, hits: random() < shareOf(slot) ? 1 : 0 };
  });
}

describe('findShifts', () => {
  it('finds when a frame became more common, how much, and on what it rests', () => {
    const cells = told((day) => (day < 70 ? 0.15 : 0.5));
    const [shift, ...others] = findShifts([{ key: 'burden', cells }], search()).found;
    expect(others).toEqual([]);
    expect(Math.abs((shift?.slot ?? 0) - 70)).toBeLessThanOrEqual(5);
    expect(shift?.earliest).toBeLessThanOrEqual(shift?.slot ?? 0);
    expect(shift?.latest).toBeGreaterThanOrEqual(shift?.slot ?? 0);
    expect([shift?.before.n, shift?.after.n]).toEqual([
      cells.filter(({ slot }) => slot < (shift?.slot ?? 0)).length,
      cells.filter(({ slot }) => slot >= (shift?.slot ?? 0)).length,
    ]);
    expect(shift?.difference.low).toBeGreaterThan(0.1);
    expect(shift?.difference.high).toBeLessThan(0.6);
  });

  it('is not taken in by one story that goes on and on', () => {
    const quiet = told(() => 0.2);
    // From day 70 on, one story brings three framed articles every day.
    const long = Array.from({ length: 50 }, (_, i) => ({ slot: 70 + i, story: 'long', n: 3, hits: 3 }));
    expect(findShifts([{ key: 'burden', cells: [...quiet, ...long] }], search()).found).toEqual([]);
  });

  it('asks for more where more series were looked at', () => {
    let found = 0;
    for (let round = 0; round < 5; round++) {
      const series = Array.from({ length: 20 }, (_, i) => ({
        key: String(i),
        cells: told(() => 0.25, 100 + round * 20 + i),
      }));
      if (findShifts(series, search()).found.length > 0) found += 1;
    }
    expect(found).toBeLessThanOrEqual(1);
  });

  it('leaves out slots in gaps, and says what it cannot judge', () => {
    const usable = Array.from({ length: DAYS }, (_, day) => day >= 100);
    const cells = told((day) => (day < 70 ? 0.1 : 0.9));
    expect(findShifts([{ key: 'burden', cells }], search(usable))).toEqual({
      found: [],
      notJudged: [{ key: 'burden', stories: 40, slots: 20, neededStories: 30, neededSlots: 28 }],
    });
  });

  it('gives the same answer each time', () => {
    const cells = told((day) => (day < 70 ? 0.15 : 0.5));
    expect(findShifts([{ key: 'a', cells }], search())).toEqual(findShifts([{ key: 'a', cells }], search()));
  });
});
