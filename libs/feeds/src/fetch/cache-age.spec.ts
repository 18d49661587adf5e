import { describe, expect, it } from '@jest/globals';
import { cacheMaxAgeSeconds } from './cache-age.ts';

const now = new Date('2026-11-22T12:00:00Z');

describe('cacheMaxAgeSeconds', () => {
  it.each<[Record<string, string>, number | null]>([
    [{}, null],
    [{ 'cache-control': 'public, max-age=600' }, 600],
    [{ 'cache-control': 'MAX-AGE = "600"' }, 600],
    [{ 'cache-control': 's-maxage=900' }, null],
    [{ 'cache-control': 'max-age=600', age: '200' }, 400],
    [{ 'cache-control': 'max-age=600', age: '900' }, 0],
    [{ 'cache-control': 'max-age=600, no-cache' }, 0],
    [{ 'cache-control': 'no-store' }, 0],
    [{ 'cache-control': 'max-age=600', expires: 'Sun, 22 Nov 2026 18:00:00 GMT' }, 600],
    [{ expires: 'Sun, 22 Nov 2026 13:00:00 GMT' }, 3_600],
    [{ expires: 'Sun, 22 Nov 2026 13:00:00 GMT', date: 'Sun, 22 Nov 2026 12:30:00 GMT' }, 1_800],
    [{ expires: 'Sun, 22 Nov 2026 11:00:00 GMT' }, 0],
    [{ expires: '0' }, 0],
    [{ expires: '-1' }, 0],
    [{ 'cache-control': 'private' }, null],
  ])('%j is %s', (headers, seconds) => {
    expect(cacheMaxAgeSeconds(headers, now)).toBe(seconds);
  });
});
