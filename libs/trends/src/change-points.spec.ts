import { seededRandom } from '@framewatch/measures';
import { describe, expect, it } from '@jest/globals';
import { searchChanges, type Unit } from './change-points.ts';

/** Coal-mining disasters in Britain, 1851 to 1962 (Jarrett 1979, Biometrika 66:191), as Carlin, Gelfand and Smith used them. */
const DISASTERS = [
  4, 5, 4, 1, 0, 4, 3, 4, 0, 6, 3, 3, 4, 0, 2, 6, 3, 3, 5, 4, 5, 3, 1, 4, 4, 1, 5, 5, 3, 4, 2, 5, 2, 2, 3, 4,
  2, 1, 3, 2, 1, 1, 1, 1, 1, 3, 0, 0, 1, 0, 1, 1, 0, 0, 3, 1, 0, 3, 2, 2, 0, 1, 1, 1, 0, 1, 0, 1, 0, 0, 0, 2,
  1, 0, 0, 0, 1, 1, 0, 2, 2, 3, 1, 1, 2, 1, 1, 1, 1, 2, 4, 2, 0, 0, 0, 1, 4, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0,
  0, 1, 0, 0,
];
const search = (changes: Partial<Parameters<typeof searchChanges>[2]> = {}) => ({
  minimumLength: 10,
  minimumUnits: 10,
  draws: 999,
  random: seededRandom(1),
  ...changes,
});
/** Weeks with and without a disaster: rare events of a year, as shares. */
const weeks: Unit[] = DISASTERS.flatMap((disasters, at) =>
  Array.from({ length: 52 }, (_, week) => ({ at, value: week < disasters ? 1 : 0 })),
);

describe('searchChanges', () => {
  it('finds the published change in the rate of coal-mining disasters', () => {
    // Carlin, Gelfand and Smith, Applied Statistics 41 (1992) 389: the rate falls from about 3.1 to about .9 a year
    // between 1889 and 1892.
    const [change] = searchChanges(weeks, DISASTERS.length, search());
    const year = (at: number | undefined) => 1851 + (at ?? 0);
    // The first year of the new rate.
    expect(year(change?.at)).toBeGreaterThanOrEqual(1889);
    expect(year(change?.at)).toBeLessThanOrEqual(1892);
    expect(year(change?.earliest)).toBeGreaterThanOrEqual(1886);
    expect(year(change?.latest)).toBeLessThanOrEqual(1897);
    expect(change?.probability).toBe(1 / 1_000);
    const mean = (part: number[]) => part.reduce((sum, n) => sum + n, 0) / part.length;
    expect(mean(DISASTERS.slice(0, change?.at))).toBeCloseTo(3.1, 1);
    expect(mean(DISASTERS.slice(change?.at))).toBeCloseTo(0.9, 1);
  });

  it('agrees with trying every split by hand', () => {
    const random = seededRandom(8);
    for (let round = 0; round < 30; round++) {
      const units = Array.from({ length: 80 }, (_, i) => ({
        at: Math.floor(i / 2),
        value: random() < 0.4 ? 1 : 0,
      }));
      const [change] = searchChanges(units, 40, search({ draws: 1 }));
      expect(change?.at).toBe(bestByHand(units));
    }
  });

  it('is right about how often chance makes a change: p below .05 once in twenty', () => {
    const random = seededRandom(21);
    let finds = 0;
    const rounds = 150;
    for (let round = 0; round < rounds; round++) {
      const units = Array.from({ length: 90 }, (_, at) => ({ at, value: random() < 0.3 ? 1 : 0 }));
      const [change] = searchChanges(units, 90, search({ minimumLength: 14, draws: 199, random }));
      if ((change?.probability ?? 1) < 0.05) finds += 1;
    }
    expect(finds / rounds).toBeLessThan(0.1);
    expect(finds / rounds).toBeGreaterThan(0.01);
  });

  it('finds a rise and a fall, and nothing shorter than was asked for', () => {
    const level = (at: number) => (at >= 40 && at < 80 ? 4 : 1);
    const units = Array.from({ length: 120 * 5 }, (_, i) => ({
      at: Math.floor(i / 5),
      value: i % 5 < level(Math.floor(i / 5)) ? 1 : 0,
    }));
    const found = searchChanges(units, 120, search()).filter(({ probability }) => probability < 0.01);
    expect(found.map(({ at }) => at).sort((a, b) => a - b)).toEqual([40, 80]);
    const blip = units.map(({ at }, i) => ({ at, value: i % 5 < (at >= 40 && at < 44 ? 5 : 1) ? 1 : 0 }));
    for (const { at, from, to } of searchChanges(blip, 120, search()))
      expect(Math.min(at - from, to - at)).toBeGreaterThanOrEqual(10);
  });

  it('says nothing of a series too short or too thin to have two levels', () => {
    expect(searchChanges(weeks.slice(0, 19 * 52), 19, search())).toEqual([]);
    expect(searchChanges([{ at: 3, value: 1 }], 40, search())).toEqual([]);
  });
});

function bestByHand(units: readonly Unit[]): number | undefined {
  const likelihood = (part: readonly Unit[]) => {
    const hits = part.filter(({ value }) => value === 1).length;
    const share = hits / part.length;
    return part.reduce((sum, { value }) => sum + Math.log(value === 1 ? share : 1 - share), 0);
  };
  const tried = Array.from({ length: 21 }, (_, i) => i + 10).map((at) => ({
    at,
    fit: likelihood(units.filter((u) => u.at < at)) + likelihood(units.filter((u) => u.at >= at)),
  }));
  const best = Math.max(...tried.map(({ fit }) => fit));
  return tried.find(({ fit }) => fit >= best - 1e-9)?.at;
}
