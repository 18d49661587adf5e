import { describe, expect, it } from '@jest/globals';
import { clockOf, instantAt } from '../../../api/zone.ts';
import { snoozeTargets } from './snooze-targets.ts';

const told = (now: string, tz: string) => {
  const { hour, tomorrow, monday } = snoozeTargets(new Date(now), tz);
  return [hour, tomorrow, monday].map((at) => at.toISOString());
};

describe('the ends of a snooze', () => {
  it('lie on the clocks of the zone: in Tokyo it is Tuesday already', () => {
    expect(told('2026-05-11T20:30:00.000Z', 'Asia/Tokyo')).toEqual([
      '2026-05-11T21:30:00.000Z',
      '2026-05-12T23:00:00.000Z',
      '2026-05-17T23:00:00.000Z',
    ]);
    expect(told('2026-05-11T20:30:00.000Z', 'America/New_York')[1]).toBe('2026-05-12T12:00:00.000Z');
  });

  it('are eight in the morning on either side of a change of the clocks', () => {
    // Clocks in New York go forward on 8 March 2026 and back on 1 November 2026.
    expect(told('2026-03-07T20:00:00.000Z', 'America/New_York')[1]).toBe('2026-03-08T12:00:00.000Z');
    expect(told('2026-10-31T20:00:00.000Z', 'America/New_York').slice(1)).toEqual([
      '2026-11-01T13:00:00.000Z',
      '2026-11-02T13:00:00.000Z',
    ]);
  });

  it('never mean this Monday on a Monday', () => {
    expect(told('2026-05-11T01:00:00.000Z', 'UTC')[2]).toBe('2026-05-18T08:00:00.000Z');
  });

  it('give a time that clocks skip an instant after the skip', () => {
    const skipped = instantAt('2026-03-08', '02:30', 'America/New_York');
    expect(clockOf(skipped, 'America/New_York')).toMatch(/^2026-03-08T0[13]:30$/);
  });
});
