import { readDate } from '@framewatch/dates';

/** What asks for more than this is a mistake or a way of saying never. */
const MAX_SECONDS = 30 * 86_400;

/**
 * Seconds to wait by a Retry-After header, in seconds or as a date (RFC 9110, 10.2.3); null where there is
 * none that can be read. A date is measured against the server's own Date, so that its clock may be wrong.
 */
export function retryAfterSeconds(headers: Readonly<Record<string, string>>, now: Date): number | null {
  const written = headers['retry-after']?.trim();
  if (!written) return null;
  if (/^\d+(\.\d+)?$/.test(written)) return clamp(Number(written));
  const until = readDate(written);
  return until ? clamp((Date.parse(until.instant) - serverTime(headers, now)) / 1_000) : null;
}

/** The server's clock in milliseconds, ours where it states none. */
export function serverTime(headers: Readonly<Record<string, string>>, now: Date): number {
  const stated = headers.date === undefined ? null : readDate(headers.date);
  return stated ? Date.parse(stated.instant) : now.getTime();
}

function clamp(seconds: number): number {
  return Math.min(Math.max(Math.ceil(seconds), 0), MAX_SECONDS);
}
