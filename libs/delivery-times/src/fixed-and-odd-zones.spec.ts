import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { capWindow, nextDigest, previousDigest, quietUntil } from './index.ts';
import { instantOf } from './wall-clock.ts';

const at = (zoned: string): Date => new Date(Temporal.ZonedDateTime.from(zoned).epochMilliseconds);
const utc = (text: string): Date => new Date(text);
const day = Temporal.PlainDate.from;
const daily = (time: string, timezone: string) => ({ every: 'day' as const, at: time, timezone });

describe('a time of day', () => {
  it.each([
    // Clocks go from 02:00 to 03:00.
    ['2026-03-29', '02:30', 'Europe/Berlin', '2026-03-29T01:00:00Z'],
    ['2026-03-08', '02:30', 'America/New_York', '2026-03-08T07:00:00Z'],
    // By half an hour: from 02:00 to 02:30, and in autumn from 02:00 back to 01:30.
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:30:00Z'],
    ['2026-04-05', '01:45', 'Australia/Lord_Howe', '2026-04-04T14:45:00Z'],
    // 01:30 happens twice: at 05:30 and 06:30 of UTC.
    ['2026-11-01', '01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
    ['2026-10-25', '02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
    // Midnight is skipped in Beirut.
    ['2026-03-29', '00:00', 'Asia/Beirut', '2026-03-28T22:00:00Z'],
    ['2026-05-12', '08:00', 'Asia/Kathmandu', '2026-05-12T02:15:00Z'],
    ['2026-05-12', '08:00', 'UTC', '2026-05-12T08:00:00Z'],
  ])('%s %s in %s is %s', (date, time, zone, expected) => {
    expect(instantOf(day(date), time, zone)).toEqual(utc(expected));
  });
});

describe('digests', () => {
  it('come at the same local time before and after clocks change, once on the day itself', () => {
    const digest = daily('08:00', 'Europe/Berlin');
    const saturday = nextDigest(digest, utc('2026-03-27T12:00:00Z'), 'UTC');
    const sunday = nextDigest(digest, saturday, 'UTC');
    expect([saturday, sunday]).toEqual([utc('2026-03-28T07:00:00Z'), utc('2026-03-29T06:00:00Z')]);
    expect(previousDigest(digest, sunday, 'UTC')).toEqual(saturday);
  });
  it('come once where their time happens twice', () => {
    const digest = daily('01:30', 'America/New_York');
    const first = nextDigest(digest, utc('2026-11-01T00:00:00Z'), 'UTC');
    expect(first).toEqual(utc('2026-11-01T05:30:00Z'));
    expect(nextDigest(digest, first, 'UTC')).toEqual(utc('2026-11-02T06:30:00Z'));
  });
  it('leave out a day that the calendar skipped', () => {
    const digest = daily('08:00', 'Pacific/Apia');
    const before = at('2011-12-29T08:00[Pacific/Apia]');
    expect(nextDigest(digest, before, 'UTC')).toEqual(at('2011-12-31T08:00[Pacific/Apia]'));
  });
  it('come on the days that are named, and weekly on theirs', () => {
    const noon = utc('2026-05-15T12:00:00Z'); // a Friday
    const days = ['mon', 'fri'] as const;
    expect(nextDigest({ every: 'day', at: '08:00', days: [...days] }, noon, 'UTC')).toEqual(
      utc('2026-05-18T08:00:00Z'),
    );
    expect(nextDigest({ every: 'week', on: 'fri', at: '12:00' }, noon, 'UTC')).toEqual(
      utc('2026-05-22T12:00:00Z'),
    );
  });
  it('come every hour by the clock of the zone, whose hours may begin at the quarter', () => {
    const after = utc('2026-05-12T10:14:59.999Z');
    const hourly = { every: 'hour', timezone: 'Asia/Kathmandu' } as const;
    expect(nextDigest(hourly, after, 'UTC')).toEqual(utc('2026-05-12T10:15:00Z'));
    expect(nextDigest(hourly, utc('2026-05-12T10:15:00Z'), 'UTC')).toEqual(utc('2026-05-12T11:15:00Z'));
  });
  it('come every hour through a change of half an hour, without overlap or hole', () => {
    const hourly = { every: 'hour', timezone: 'Australia/Lord_Howe' } as const;
    let next = at('2026-04-05T00:00+11:00[Australia/Lord_Howe]');
    const gaps: number[] = [];
    for (let n = 0; n < 4; n += 1) {
      const before = next;
      next = nextDigest(hourly, before, 'UTC');
      gaps.push((next.getTime() - before.getTime()) / 60_000);
    }
    // 02:00 is turned back to 01:30, so the hour that begins at 01:00 lasts 90 minutes.
    expect(gaps).toEqual([60, 90, 60, 60]);
  });
});

describe('quiet hours', () => {
  const berlin = { from: '22:00', to: '07:00', timezone: 'Europe/Berlin' };
  it('reach past midnight, hold their first instant and not their end', () => {
    expect(quietUntil(berlin, utc('2026-05-12T20:00:00Z'), 'UTC')).toEqual(utc('2026-05-13T05:00:00Z'));
    expect(quietUntil(berlin, utc('2026-05-12T19:59:59Z'), 'UTC')).toBeNull();
    expect(quietUntil(berlin, utc('2026-05-13T04:59:59Z'), 'UTC')).toEqual(utc('2026-05-13T05:00:00Z'));
    expect(quietUntil(berlin, utc('2026-05-13T05:00:00Z'), 'UTC')).toBeNull();
  });
  it('end by the clock on the wall in the night that clocks change', () => {
    expect(quietUntil(berlin, utc('2026-03-28T23:00:00Z'), 'UTC')).toEqual(utc('2026-03-29T05:00:00Z'));
    expect(quietUntil(berlin, utc('2026-10-24T23:00:00Z'), 'UTC')).toEqual(utc('2026-10-25T06:00:00Z'));
  });
  it('belong to the day on which they begin', () => {
    const friday = { ...berlin, days: ['fri' as const] };
    expect(quietUntil(friday, utc('2026-05-16T01:00:00Z'), 'UTC')).toEqual(utc('2026-05-16T05:00:00Z'));
    expect(quietUntil(friday, utc('2026-05-15T01:00:00Z'), 'UTC')).toBeNull();
  });
  it('are over before they begin where both fall into the hour that is skipped', () => {
    const skipped = { from: '02:15', to: '02:45', timezone: 'Europe/Berlin' };
    expect(quietUntil(skipped, utc('2026-03-29T01:00:00Z'), 'UTC')).toBeNull();
  });
});

describe('the window of a cap', () => {
  it('is the hour or the day of the zone', () => {
    const noon = utc('2026-05-12T12:00:00Z');
    expect(capWindow({ alerts: 1, per: 'hour' }, noon, 'Asia/Kathmandu')).toEqual({
      from: utc('2026-05-12T11:15:00Z'),
      until: utc('2026-05-12T12:15:00Z'),
    });
    expect(capWindow({ alerts: 1, per: 'day' }, noon, 'America/New_York')).toEqual({
      from: utc('2026-05-12T04:00:00Z'),
      until: utc('2026-05-13T04:00:00Z'),
    });
  });
});
