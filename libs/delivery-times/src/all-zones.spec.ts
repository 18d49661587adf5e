import type { Digest } from '@framewatch/contracts';
import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { capWindow, nextDigest, previousDigest, quietUntil } from './index.ts';
import { dayExists, instantOf } from './wall-clock.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NAMED = [
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/New_York',
  'Europe/Berlin',
  'Pacific/Apia',
  'Asia/Beirut',
  'America/Havana',
  'Africa/Casablanca',
  'Pacific/Chatham',
  'Asia/Tokyo',
];
const ZONES = [...NAMED, ...Intl.supportedValuesOf('timeZone').filter((_, n) => n % 40 === 0)];

/** The same numbers at every run (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}
const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Instants near every change of clocks of a zone between 2011 and 2031, and as many by chance. */
function instantsOf(zone: string, random: (below: number) => number): Date[] {
  const instants: Date[] = [];
  let turn = Temporal.Instant.from('2011-06-01T00:00Z')
    .toZonedDateTimeISO(zone)
    .getTimeZoneTransition('next');
  while (turn && turn.year < 2031 && instants.length < 8) {
    instants.push(new Date(turn.epochMilliseconds + (random(4 * 60) - 120) * 60_000));
    turn = turn.getTimeZoneTransition('next');
  }
  while (instants.length < 10)
    instants.push(new Date(Date.UTC(2011 + random(20), 0, 1) + random(365 * DAY_MS)));
  return instants;
}

const cases = ZONES.map((zone, n) => ({ zone, random: seeded(n + 1) }));

describe.each(cases)('in $zone', ({ zone, random }) => {
  it('digests follow one another: each is the next of the one before, and none lies between', () => {
    for (const at of instantsOf(zone, random)) {
      const digests: Digest[] = [
        { every: 'hour' },
        { every: 'day', at: clock(random(1440)) },
        { every: 'week', on: 'sun', at: clock(random(240)) },
      ];
      for (const digest of digests) {
        const next = nextDigest(digest, at, zone);
        const after = nextDigest(digest, next, zone);
        expect(next > at && after > next).toBe(true);
        expect(previousDigest(digest, after, zone)).toEqual(next);
        const between = new Date(next.getTime() + random(after.getTime() - next.getTime()));
        expect(nextDigest(digest, between, zone)).toEqual(after);
        expect(previousDigest(digest, next, zone) <= at).toBe(true);
      }
    }
  });

  it('a daily digest comes once on each day that exists, at its time or the first instant after', () => {
    for (const at of instantsOf(zone, random)) {
      const time = clock(random(180));
      const digest: Digest = { every: 'day', at: time };
      const from = Temporal.Instant.fromEpochMilliseconds(at.getTime())
        .toZonedDateTimeISO(zone)
        .toPlainDate();
      let next = nextDigest(digest, new Date(at.getTime() - 3 * DAY_MS), zone);
      const seen: string[] = [];
      while (next.getTime() < at.getTime() + 3 * DAY_MS) {
        seen.push(next.toISOString());
        next = nextDigest(digest, next, zone);
      }
      const wanted = [-4, -3, -2, -1, 0, 1, 2, 3, 4]
        .map((days) => from.add({ days }))
        .filter((day) => dayExists(day, zone))
        .map((day) => instantOf(day, time, zone).toISOString());
      expect(wanted).toEqual(expect.arrayContaining(seen));
      expect(new Set(seen).size).toBe(seen.length);
      for (const instant of seen) {
        const shown = Temporal.Instant.from(instant)
          .toZonedDateTimeISO(zone)
          .toPlainTime()
          .toString()
          .slice(0, 5);
        const isSkipped = !Temporal.Instant.from(instant)
          .subtract({ milliseconds: 1 })
          .toZonedDateTimeISO(zone)
          .add({ milliseconds: 1 })
          .offset.startsWith(
            Temporal.Instant.from(instant).subtract({ milliseconds: 1 }).toZonedDateTimeISO(zone).offset,
          );
        expect(shown === time || isSkipped).toBe(true);
      }
    }
  });

  it('quiet hours end after the present, at one end for all that lies in them', () => {
    for (const at of instantsOf(zone, random)) {
      const from = random(1440);
      const quiet = { from: clock(from), to: clock((from + 1 + random(1438)) % 1440) };
      const end = quietUntil(quiet, at, zone);
      if (end === null) continue;
      expect(end > at).toBe(true);
      expect(end.getTime() - at.getTime()).toBeLessThan(DAY_MS + 2 * HOUR_MS);
      const between = new Date(at.getTime() + random(end.getTime() - at.getTime()));
      expect(quietUntil(quiet, between, zone)).toEqual(end);
    }
  });

  it('windows of a cap hold the present and lie side by side', () => {
    for (const at of instantsOf(zone, random))
      for (const per of ['hour', 'day'] as const) {
        const { from, until } = capWindow({ alerts: 1, per }, at, zone);
        expect(from <= at && at < until).toBe(true);
        expect(capWindow({ alerts: 1, per }, until, zone).from).toEqual(until);
        expect(capWindow({ alerts: 1, per }, new Date(from.getTime() - 1), zone).until).toEqual(from);
      }
  });
});
