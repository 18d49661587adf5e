import { describe, expect, it } from '@jest/globals';
import { isoWithOffset, localDay, offsetMinutes, rfc822 } from './local-time.ts';

const winter = new Date('2026-01-31T23:30:05Z');
const summer = new Date('2026-07-01T00:00:00Z');

describe('local time', () => {
  it.each([
    ['Asia/Tokyo', winter, 540],
    ['Asia/Kolkata', winter, 330],
    ['America/New_York', winter, -300],
    ['America/New_York', summer, -240],
    ['Europe/London', summer, 60],
  ])('knows how far %s is from UTC', (zone, at, offset) => {
    expect(offsetMinutes(at, zone)).toBe(offset);
  });

  it('writes an instant as feeds do, whole hours and half', () => {
    expect(isoWithOffset(winter, 540)).toBe('2026-02-01T08:30:05+09:00');
    expect(rfc822(winter, 330)).toBe('Sun, 01 Feb 2026 05:00:05 +0530');
    expect(rfc822(winter, -300)).toBe('Sat, 31 Jan 2026 18:30:05 -0500');
  });

  it('cuts days in the zone', () => {
    expect(localDay(winter, 'America/New_York')).toBe('2026-01-31');
    expect(localDay(winter, 'Asia/Tokyo')).toBe('2026-02-01');
  });
});
