import { describe, expect, it } from '@jest/globals';
import { nextCheck } from './next-check.ts';
import type { NextCheckInput } from './next-check.types.ts';

const NOW = '2026-11-18T12:00:00.000Z';
const MINUTE = 60_000;
const wishes = { ttlMinutes: null, skipHours: [], skipDays: [], updatePeriodMinutes: null };

/** Entries `minutes` apart, the newest published at the present. */
const everyMinutes = (minutes: number, count = 20) =>
  Array.from({ length: count }, (_, i) => new Date(Date.parse(NOW) - i * minutes * MINUTE).toISOString());

const input = (changes: Partial<NextCheckInput> = {}): NextCheckInput => ({
  now: NOW,
  random: 0,
  outcome: 'fetched',
  failure: null,
  message: null,
  retryAfterSeconds: null,
  cacheMaxAgeSeconds: null,
  errorWeight: 0,
  entryTimes: everyMinutes(120),
  wishes,
  fixedMinutes: null,
  pushedBy: null,
  minMinutes: 10,
  maxMinutes: 1_440,
  ...changes,
});

const minutesUntil = (changes: Partial<NextCheckInput>) => {
  const { at } = nextCheck(input(changes));
  return (Date.parse(at ?? '') - Date.parse(NOW)) / MINUTE;
};

const failed = (failure: NextCheckInput['failure'], errorWeight = 0): Partial<NextCheckInput> => ({
  outcome: 'failed',
  failure,
  message: 'The server did not answer in time.',
  errorWeight,
});

describe('nextCheck', () => {
  it('follows the rhythm of the feed and says so', () => {
    expect(nextCheck(input())).toEqual({
      at: '2026-11-18T13:00:00.000Z',
      reason: 'Publishes about every 2 hours; next check in 1 hour.',
      errorWeight: 0,
      pause: null,
    });
  });

  it('keeps within the shortest and the longest interval', () => {
    expect(minutesUntil({ entryTimes: everyMinutes(1) })).toBe(10);
    expect(minutesUntil({ entryTimes: everyMinutes(60 * 24 * 30) })).toBe(1_440);
  });

  it('slows down for a feed that has gone quiet', () => {
    const quiet = everyMinutes(10).map((time) => new Date(Date.parse(time) - 480 * MINUTE).toISOString());
    expect(minutesUntil({ entryTimes: quiet })).toBe(120);
  });

  it('knows no rhythm from one import or from times to come', () => {
    expect(minutesUntil({ entryTimes: Array.from({ length: 30 }, () => NOW) })).toBe(60);
    expect(
      minutesUntil({ entryTimes: ['2027-01-01T00:00:00Z', '2027-01-02T00:00:00Z', '2027-01-03T00:00:00Z'] }),
    ).toBe(60);
  });

  it.each([
    ['time to live', { wishes: { ...wishes, ttlMinutes: 180 } }, 180],
    ['Cache-Control', { cacheMaxAgeSeconds: 9_000 }, 150],
    [
      'an hourly period',
      { entryTimes: everyMinutes(20), wishes: { ...wishes, updatePeriodMinutes: 60 } },
      60,
    ],
    ['a period that its own rhythm belies', { wishes: { ...wishes, updatePeriodMinutes: 43_200 } }, 60],
    [
      'a period where there is no rhythm',
      { entryTimes: [], wishes: { ...wishes, updatePeriodMinutes: 720 } },
      720,
    ],
    ['a time to live beyond the longest interval', { wishes: { ...wishes, ttlMinutes: 100_000 } }, 1_440],
  ])('heeds %s', (_, changes, minutes) => {
    expect(minutesUntil(changes)).toBe(minutes);
  });

  it('stays out of the hours and days that the feed rules out', () => {
    const hours = nextCheck(input({ wishes: { ...wishes, skipHours: [13, 14] } }));
    expect(hours.at).toBe('2026-11-18T15:00:00.000Z');
    expect(hours.reason).toContain('asks not to be read before');
    expect(nextCheck(input({ wishes: { ...wishes, skipDays: [3, 4] } })).at).toBe('2026-11-20T00:00:00.000Z');
  });

  it('does not let a feed rule out all hours', () => {
    const all = Array.from({ length: 24 }, (_, hour) => hour);
    expect(minutesUntil({ wishes: { ...wishes, skipHours: all } })).toBe(60);
  });

  it('weighs failures by what they tell', () => {
    const weights = (['dns-temporary', 'not-found', 'not-a-feed', 'dns-not-found'] as const).map(
      (failure) => nextCheck(input(failed(failure))).errorWeight,
    );
    expect(weights).toEqual([0.25, 0.5, 0.5, 1]);
    expect(nextCheck(input(failed('timeout', 3))).errorWeight).toBe(3.5);
    expect(nextCheck(input({ errorWeight: 7 })).errorWeight).toBe(0);
  });

  it('backs off by steps of an hour to a day at most, and never stops', () => {
    expect(minutesUntil(failed('dns-not-found'))).toBe(120);
    expect(minutesUntil(failed('dns-not-found', 4))).toBe(360);
    expect(minutesUntil(failed('dns-not-found', 1_000))).toBe(1_440);
    expect(nextCheck(input(failed('timeout'))).reason).toBe(
      'The server did not answer in time; next check in 2 hours.',
    );
  });

  it('obeys Retry-After, whatever the rhythm, but not for ever', () => {
    const limited = { outcome: 'rate-limited', message: 'Too many requests (429).' } as const;
    expect(minutesUntil({ ...limited, retryAfterSeconds: 6 * 3_600 })).toBe(360);
    expect(minutesUntil({ ...limited, retryAfterSeconds: 10 * 365 * 86_400 })).toBe(7 * 1_440);
    expect(nextCheck(input({ ...limited, retryAfterSeconds: 6 * 3_600 })).reason).toBe(
      'Too many requests (429); the server asks to wait for 6 hours; next check in 6 hours.',
    );
  });

  it('pauses visibly for a feed that is gone', () => {
    expect(nextCheck(input({ outcome: 'gone' }))).toMatchObject({
      at: null,
      pause: 'gone',
      reason: expect.stringContaining('410'),
    });
  });

  it('takes an interval that an editor set for the rhythm', () => {
    expect(minutesUntil({ fixedMinutes: 5, wishes: { ...wishes, ttlMinutes: 600, skipHours: [12] } })).toBe(
      5,
    );
    expect(nextCheck(input({ fixedMinutes: 5 })).reason).toBe(
      'Set to be checked every 5 minutes; next check in 5 minutes.',
    );
  });

  it('spreads checks by a tenth, never before their time', () => {
    expect(minutesUntil({ random: 0.999 })).toBeCloseTo(65.994, 2);
  });

  it('checks less often where a hub pushes, says so, and keeps within the limits', () => {
    const pushedBy = 'hub.example';
    expect(nextCheck(input({ pushedBy }))).toMatchObject({
      at: '2026-11-18T16:00:00.000Z',
      reason:
        'Publishes about every 2 hours; hub.example pushes what is new, and this is the safety net; next check in 4 hours.',
    });
    expect(minutesUntil({ pushedBy, entryTimes: everyMinutes(10) })).toBe(60);
    expect(minutesUntil({ pushedBy, entryTimes: everyMinutes(60 * 10) })).toBe(360);
    expect(minutesUntil({ pushedBy, entryTimes: everyMinutes(60 * 24) })).toBe(720);
    expect(minutesUntil({ pushedBy, maxMinutes: 90 })).toBe(90);
    expect(minutesUntil({ pushedBy, fixedMinutes: 15 })).toBe(15);
  });

  it('backs off from failures as ever, whoever pushes', () => {
    expect(minutesUntil({ ...failed('server-error'), pushedBy: 'hub.example' })).toBe(
      minutesUntil(failed('server-error')),
    );
  });
});
