import { describe, expect, it } from '@jest/globals';
import { retryAfterSeconds } from './retry-after.ts';

const now = new Date('2026-11-22T12:00:00Z');

describe('retryAfterSeconds', () => {
  it.each([
    ['120', 120],
    [' 5 ', 5],
    ['0', 0],
    ['1.2', 2],
    ['99999999999999999999', 30 * 86_400],
    ['Sun, 22 Nov 2026 12:10:00 GMT', 600],
    ['Sunday, 22-Nov-26 12:10:00 GMT', 600],
    ['Sun Nov 22 12:10:00 2026', 600],
    ['2026-11-22T21:10:00+09:00', 600],
    ['Sun, 22 Nov 2026 11:00:00 GMT', 0],
    ['-5', null],
    ['soon', null],
    ['', null],
  ])('"%s" is %s', (written, seconds) => {
    expect(retryAfterSeconds({ 'retry-after': written }, now)).toBe(seconds);
  });

  it('measures a date against the clock of the server', () => {
    const headers = { 'retry-after': 'Sun, 22 Nov 2026 20:01:00 GMT', date: 'Sun, 22 Nov 2026 20:00:00 GMT' };
    expect(retryAfterSeconds(headers, now)).toBe(60);
  });

  it('is nothing where nothing is said', () => {
    expect(retryAfterSeconds({}, now)).toBeNull();
  });
});
