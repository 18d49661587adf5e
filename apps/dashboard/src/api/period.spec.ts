import { describe, expect, it } from '@jest/globals';
import { readPeriod, withBucket } from './period.ts';
import { carriedOver, readView } from './view.ts';
import { dayOf, firstDayOf, startOfDay } from './zone.ts';

const now = new Date('2026-11-22T16:30:00.000Z');

describe('readPeriod', () => {
  it('ends with today in the zone, whole days only', () => {
    const tokyo = readPeriod({ range: '7d' }, now, 'Asia/Tokyo');
    expect(tokyo.from).toBe('2026-11-16T15:00:00.000Z');
    expect(tokyo.to).toBe('2026-11-23T15:00:00.000Z');
    const washington = readPeriod({ range: '7d' }, now, 'America/New_York');
    expect(washington.from).toBe('2026-11-16T05:00:00.000Z');
    expect(washington.to).toBe('2026-11-23T05:00:00.000Z');
  });

  it('begins with a whole week where weeks are drawn', () => {
    const period = readPeriod({ range: '90d', bucket: 'week' }, now, 'UTC');
    expect(new Date(period.from).getUTCDay()).toBe(1);
  });

  it('takes a custom range in either order, both days included', () => {
    const view = readView({ range: 'custom', from: '2026-05-10', to: '2026-05-01', tz: 'UTC' });
    expect(readPeriod(view, now, 'UTC')).toMatchObject({
      days: 10,
      from: '2026-05-01T00:00:00.000Z',
      to: '2026-05-11T00:00:00.000Z',
    });
  });

  it('ends hours with the one that runs', () => {
    expect(readPeriod({ range: '7d', bucket: 'hour' }, now, 'UTC').to).toBe('2026-11-22T17:00:00.000Z');
  });

  it('offers no hours where there would be more of them than pixels', () => {
    expect(readPeriod({ range: '30d', bucket: 'hour' }, now, 'UTC').bucket).toBe('day');
    expect(readPeriod({ range: '7d', bucket: 'hour' }, now, 'UTC').bucket).toBe('hour');
  });
});

describe('withBucket', () => {
  it('begins earlier rather than with half a week', () => {
    const period = withBucket(readPeriod({ range: '30d' }, now, 'UTC'), 'week');
    expect(period.firstDay).toBe('2026-10-19');
    expect(period.lastDay).toBe('2026-11-22');
  });
});

describe('days in a zone', () => {
  it('begin at the local midnight on both sides of a change of clocks', () => {
    expect(startOfDay('2026-03-08', 'America/New_York').toISOString()).toBe('2026-03-08T05:00:00.000Z');
    expect(startOfDay('2026-03-09', 'America/New_York').toISOString()).toBe('2026-03-09T04:00:00.000Z');
  });

  it('are one ahead in Tokyo while it is still yesterday in Washington', () => {
    expect(dayOf(now, 'Asia/Tokyo')).toBe('2026-11-23');
    expect(dayOf(now, 'America/New_York')).toBe('2026-11-22');
  });

  it('belong to the week that began on Monday', () => {
    expect(firstDayOf('week', '2026-11-22')).toBe('2026-11-16');
    expect(firstDayOf('week', '2026-11-16')).toBe('2026-11-16');
    expect(firstDayOf('month', '2026-11-22')).toBe('2026-11-01');
  });
});

describe('readView', () => {
  it('leaves out what cannot be, and keeps the rest of a mistyped address', () => {
    expect(readView({ range: 'forever', tz: 'Mars/Olympus', frame: 'burden_sharing', outlet: '7' })).toEqual({
      frame: 'burden_sharing',
      outlet: '7',
    });
  });

  it('carries the period and the filters to another page, not the search of one list', () => {
    const view = readView({ range: '90d', frame: 'x', q: 'bases', since: '2026-05-01T00:00:00.000Z' });
    expect(carriedOver(view)).toEqual({ range: '90d', frame: 'x' });
  });
});
