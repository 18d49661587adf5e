import { readDate } from '@framewatch/dates';
import { serverTime } from './retry-after.ts';

/**
 * Seconds for which an answer stays fresh by its own headers: Cache-Control max-age less Age, else Expires
 * less Date (RFC 9111, 4.2); 0 where it must be asked again; null where nothing is said.
 */
export function cacheMaxAgeSeconds(headers: Readonly<Record<string, string>>, now: Date): number | null {
  const control = (headers['cache-control'] ?? '').toLowerCase();
  if (/(^|[\s,])no-(cache|store)(?=$|[\s,=])/.test(control)) return 0;
  const maxAge = /(?:^|[\s,])max-age\s*=\s*"?(\d{1,10})/.exec(control)?.[1];
  if (maxAge !== undefined) return Math.max(Number(maxAge) - ageOf(headers), 0);
  if (headers.expires === undefined) return null;
  // "0" and other unreadable dates mean: already stale.
  const expires = readDate(headers.expires);
  if (!expires) return 0;
  return Math.max(Math.floor((Date.parse(expires.instant) - serverTime(headers, now)) / 1_000), 0);
}

function ageOf(headers: Readonly<Record<string, string>>): number {
  return /^\d{1,10}$/.test(headers.age ?? '') ? Number(headers.age) : 0;
}
