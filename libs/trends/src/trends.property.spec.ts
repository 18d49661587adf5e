import { wilson } from '@framewatch/measures';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type CutBucket, cutBuckets, MOST_BUCKETS } from './buckets.ts';
import { comparedPeriod } from './compared-period.ts';
import { differenceOfShares } from './differences.ts';
import { equalWeight } from './equal-weight.ts';
import { falseDiscoveryRates } from './false-discovery.ts';
import { compareWords } from './word-odds.ts';

const HOUR = 3_600_000;
const bucket = fc.constantFrom('hour', 'day', 'week', 'month' as const);
/** Every zone that the engine knows, and again those with half hours, half-hour daylight saving and skipped days. */
const zone = fc.oneof(
  fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
  fc.constantFrom('Australia/Lord_Howe', 'Asia/Kathmandu', 'Pacific/Apia', 'America/Santiago', 'Asia/Beirut'),
);
const range = fc
  .record({
    bucket,
    zone,
    from: fc.date({ min: new Date('1995-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }),
    hours: fc.integer({ min: 1, max: 900 }),
  })
  .map(({ from, hours, ...rest }) => ({
    ...rest,
    from,
    to: new Date(from.getTime() + hours * (rest.bucket === 'hour' ? 0.3 : 1) * HOUR),
  }));
const share = fc
  .record({ n: fc.integer({ min: 1, max: 5_000 }), part: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ n, part }) => ({ n, hits: Math.round(n * part) }));
const banded = ({ hits, n }: { hits: number; n: number }) => ({
  share: hits / n,
  ...(wilson(hits, n) ?? { low: 0, high: 1 }),
});

function expectWhole(buckets: readonly CutBucket[]): void {
  for (const [i, { start, end }] of buckets.entries()) {
    expect(end.getTime()).toBeGreaterThan(start.getTime());
    if (i > 0) expect(start).toEqual(buckets[i - 1]?.end);
  }
}

describe('buckets of any zone', () => {
  it('leave no hole and no overlap, and hold the range', () => {
    fc.assert(
      fc.property(range, ({ from, to, bucket: of, zone: tz }) => {
        const buckets = cutBuckets(from, to, of, tz);
        expectWhole(buckets);
        const first = buckets[0];
        expect(first && first.start <= from && first.end > from).toBe(true);
        expect(buckets.at(-1)!.end.getTime()).toBeGreaterThanOrEqual(to.getTime());
        expect(buckets.length).toBeLessThanOrEqual(MOST_BUCKETS);
      }),
      { numRuns: 100 },
    );
  });

  it('stand against an earlier period that leaves no hole, ends where they begin, and pairs each once', () => {
    fc.assert(
      fc.property(range, fc.constantFrom('previous', 'year' as const), ({ from, to, ...of }, compared) => {
        const buckets = cutBuckets(from, to, of.bucket, of.zone);
        const period = comparedPeriod(buckets, of.bucket, of.zone, compared);
        expectWhole(period.buckets);
        if (compared === 'previous') expect(period.buckets.at(-1)?.end).toEqual(buckets[0]?.start);
        const places = period.against.filter((place) => place !== null);
        expect(new Set(places).size).toBe(places.length);
        expect(places).toEqual([...places].sort((a, b) => a - b));
        for (const place of places) expect(buckets[place]).toBeDefined();
        // Nearly every bucket has a partner: calendars differ by an hour or a day, not by weeks.
        expect(places.length).toBeGreaterThanOrEqual(Math.min(buckets.length, period.buckets.length) - 2);
      }),
      { numRuns: 100 },
    );
  });
});

describe('intervals', () => {
  it('hold the share, rise with the hits and narrow with n', () => {
    fc.assert(
      fc.property(share, ({ hits, n }) => {
        const band = banded({ hits, n });
        expect(band.low).toBeLessThanOrEqual(band.share + 1e-12);
        expect(band.high).toBeGreaterThanOrEqual(band.share - 1e-12);
        if (hits < n) expect(banded({ hits: hits + 1, n }).low).toBeGreaterThanOrEqual(band.low);
        const more = banded({ hits: hits * 4, n: n * 4 });
        expect(more.high - more.low).toBeLessThan(band.high - band.low);
      }),
    );
  });

  it('of a difference hold it, and turn round with the sides', () => {
    fc.assert(
      fc.property(share, share, (a, b) => {
        const [there, back] = [
          differenceOfShares(banded(a), banded(b)),
          differenceOfShares(banded(b), banded(a)),
        ];
        expect(there.low <= there.value + 1e-12 && there.value <= there.high + 1e-12).toBe(true);
        expect(there.low).toBeCloseTo(-back.high, 10);
      }),
    );
  });

  it('of outlets that count alike do not depend on their order or on how large they are together', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 12 }), (shares) => {
        const outlets = shares.map((one, i) => ({ outlet: String(i), ...one }));
        const [one, other] = [equalWeight(outlets), equalWeight([...outlets].reverse())];
        expect(one?.share ?? 0).toBeCloseTo(other?.share ?? 0, 10);
        if (one) expect(one.low <= one.share + 1e-12 && one.share <= one.high + 1e-12).toBe(true);
        expect(one === null).toBe(outlets.every(({ n }) => n < 5));
      }),
    );
  });
});

describe('many comparisons', () => {
  it('are adjusted alike in any order, upwards, and by no more than their number', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 40 }), (all) => {
        const rates = falseDiscoveryRates(all);
        for (const [i, p] of all.entries()) {
          expect(rates[i]).toBeGreaterThanOrEqual(p - 1e-15);
          expect(rates[i]).toBeLessThanOrEqual(Math.min(1, p * all.length) + 1e-12);
        }
        expect(falseDiscoveryRates([...all].reverse())).toEqual([...rates].reverse());
      }),
    );
  });

  it('of words turn round with the sides', () => {
    const count = fc.record({ a: fc.integer({ min: 0, max: 50 }), b: fc.integer({ min: 0, max: 70 }) });
    fc.assert(
      fc.property(fc.array(count, { maxLength: 30 }), (counts) => {
        const words = counts.map((one, i) => ({ word: String(i), ...one }));
        const there = compareWords(words, { a: 50, b: 70 });
        const back = compareWords(
          words.map(({ word, a, b }) => ({ word, a: b, b: a })),
          { a: 70, b: 50 },
        );
        const signed = (found: typeof there.found, sign: number) =>
          found.map(({ word, z }) => `${word} ${(z * sign).toFixed(9)}`).sort();
        expect(signed(there.found, 1)).toEqual(signed(back.found, -1));
      }),
    );
  });
});
