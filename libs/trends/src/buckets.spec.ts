import { describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { cutBuckets } from './buckets.ts';

const cut = (from: string, to: string, bucket: Parameters<typeof cutBuckets>[2], tz: string) =>
  cutBuckets(new Date(from), new Date(to), bucket, tz);

/** The name of the bucket that starts there, as the platform's own calendar tells it. */
function localName(start: Date, bucket: 'hour' | 'day' | 'week', tz: string): string {
  const local = Temporal.Instant.from(start.toISOString()).toZonedDateTimeISO(tz);
  const day = local.toPlainDate();
  if (bucket === 'week') return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;
  return bucket === 'day' ? day.toString() : `${day.toString()}T${String(local.hour).padStart(2, '0')}`;
}

describe('cutBuckets', () => {
  it('cuts days in the viewer’s zone', () => {
    const days = cut('2026-05-01T15:00:00Z', '2026-05-03T15:00:00Z', 'day', 'Asia/Tokyo');
    expect(days.map((d) => d.label)).toEqual(['2026-05-02', '2026-05-03']);
    expect(days[0]?.start.toISOString()).toBe('2026-05-01T15:00:00.000Z');
  });

  it('gives 23 and 25 hours to the days of a daylight-saving change', () => {
    const hours = (from: string, to: string) => {
      const [day] = cut(from, to, 'day', 'America/New_York');
      return ((day?.end.getTime() ?? 0) - (day?.start.getTime() ?? 0)) / 3_600_000;
    };
    expect(hours('2026-03-08T05:00:00Z', '2026-03-08T06:00:00Z')).toBe(23);
    expect(hours('2026-11-01T04:00:00Z', '2026-11-01T05:00:00Z')).toBe(25);
  });

  it('keeps the two hours apart that carry one name when clocks go back', () => {
    const hours = cut('2026-11-01T04:00:00Z', '2026-11-01T08:00:00Z', 'hour', 'America/New_York');
    expect(hours.map((h) => h.label)).toEqual([
      '2026-11-01T00',
      '2026-11-01T01',
      '2026-11-01T01',
      '2026-11-01T02',
    ]);
    expect(hours.every((h) => h.end.getTime() - h.start.getTime() === 3_600_000)).toBe(true);
  });

  it('cuts at half past in zones with half-hour offsets', () => {
    const [hour] = cut('2026-05-01T00:10:00Z', '2026-05-01T00:20:00Z', 'hour', 'Asia/Kolkata');
    expect(hour?.start.toISOString()).toBe('2026-04-30T23:30:00.000Z');
  });

  it('cuts at a quarter past in Kathmandu', () => {
    const [hour] = cut('2026-05-01T00:10:00Z', '2026-05-01T00:20:00Z', 'hour', 'Asia/Kathmandu');
    expect([hour?.start.toISOString(), hour?.label]).toEqual(['2026-04-30T23:15:00.000Z', '2026-05-01T05']);
  });

  it('keeps half hours apart where daylight saving moves clocks by half an hour', () => {
    const minutes = (from: string, to: string) =>
      cut(from, to, 'hour', 'Australia/Lord_Howe').map(({ start, end, label }) => [
        label.slice(-3),
        (end.getTime() - start.getTime()) / 60_000,
      ]);
    // Back from 02:00 to 01:30 on 5 April 2026, on from 02:00 to 02:30 on 4 October.
    expect(minutes('2026-04-04T14:00:00Z', '2026-04-04T16:00:00Z')).toEqual([
      ['T01', 60],
      ['T01', 30],
      ['T02', 60],
    ]);
    expect(minutes('2026-10-03T14:30:00Z', '2026-10-03T16:30:00Z')).toEqual([
      ['T01', 60],
      ['T02', 30],
      ['T03', 60],
    ]);
    const [piece] = cut('2026-04-04T15:10:00Z', '2026-04-04T15:20:00Z', 'hour', 'Australia/Lord_Howe');
    expect(piece?.start.toISOString()).toBe('2026-04-04T15:00:00.000Z');
  });

  it('has no bucket for a day that a zone skipped', () => {
    const days = cut('2011-12-28T10:00:00Z', '2012-01-01T10:00:00Z', 'day', 'Pacific/Apia');
    expect(days.map(({ label }) => label)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01']);
    expect(days.every(({ start, end }) => end.getTime() - start.getTime() === 86_400_000)).toBe(true);
    const weeks = cut('2011-12-28T10:00:00Z', '2012-01-01T10:00:00Z', 'week', 'Pacific/Apia');
    expect((weeks[0]!.end.getTime() - weeks[0]!.start.getTime()) / 86_400_000).toBe(6);
  });

  it('names ISO weeks by the year of their Thursday', () => {
    const weeks = cut('2026-12-28T00:00:00Z', '2027-01-10T00:00:00Z', 'week', 'UTC');
    expect(weeks.map((w) => w.label)).toEqual(['2026-W53', '2027-W01']);
  });

  it('cuts months of their own lengths', () => {
    const months = cut('2024-01-31T00:00:00Z', '2024-03-02T00:00:00Z', 'month', 'UTC');
    expect(months.map((m) => (m.end.getTime() - m.start.getTime()) / 86_400_000)).toEqual([31, 29, 31]);
  });

  it('leaves no hole and no overlap', () => {
    const days = cut('2025-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'day', 'America/Santiago');
    for (const [i, day] of days.entries()) if (i > 0) expect(day.start).toEqual(days[i - 1]?.end);
  });

  it('is the same as asking the calendar for every bucket, whatever the zone', () => {
    for (const tz of [
      'Australia/Lord_Howe',
      'America/New_York',
      'Asia/Kathmandu',
      'Pacific/Apia',
      'Asia/Beirut',
      'UTC',
    ])
      for (const bucket of ['hour', 'day', 'week'] as const) {
        const [from, days] = ['2011-09-20T07:10:00Z', bucket === 'hour' ? 50 : 400];
        const whole = cut(from, new Date(Date.parse(from) + days * 86_400_000).toISOString(), bucket, tz);
        // A range of one bucket and a bit asks anew where each one begins.
        for (const { start, end, label } of whole.filter((_, place) => place % 17 === 0))
          expect([tz, cutBuckets(new Date(end.getTime() - 1), end, bucket, tz)]).toEqual([
            tz,
            [{ start, end, label }],
          ]);
        for (const { start, label } of whole) expect(localName(start, bucket, tz)).toBe(label);
      }
  });

  it('refuses an empty range, an unknown zone, and a chart of a million hours', () => {
    expect(() => cut('2026-05-02T00:00:00Z', '2026-05-01T00:00:00Z', 'day', 'UTC')).toThrow(/before/);
    expect(() => cut('2026-05-01T00:00:00Z', '2026-05-02T00:00:00Z', 'day', 'Mars/Olympus')).toThrow(
      RangeError,
    );
    expect(() => cut('2000-01-01T00:00:00Z', '2026-05-02T00:00:00Z', 'hour', 'UTC')).toThrow(/shorter range/);
  });
});
