import type { Digest } from '@framewatch/contracts';
import { dayExists, instantOf, localDay, nextFullHour } from './wall-clock.ts';
import { isAmong } from './weekdays.ts';

/** A week, and another where its day was skipped by the calendar. */
const MOST_DAYS = 15;
const DAY_MS = 86_400_000;
/** How far back a digest before lies: usually, and at most. */
const LOOK_BACK_DAYS = { hour: [0.125, 1], day: [2, MOST_DAYS], week: [8, 2 * MOST_DAYS] } as const;

/** The first instant after `after` at which a digest goes out. `timeZone` is used where the digest names none. */
export function nextDigest(digest: Digest, after: Date, timeZone: string): Date {
  const zone = digest.timezone ?? timeZone;
  if (digest.every === 'hour') return nextFullHour(after, zone);
  const days = digest.every === 'week' ? [digest.on] : digest.days;
  // From the day before: where clocks are turned back over midnight, it is not over yet.
  const first = localDay(after, zone).subtract({ days: 1 });
  for (let n = 0; n <= MOST_DAYS; n += 1) {
    const day = first.add({ days: n });
    if (!isAmong(days, day) || !dayExists(day, zone)) continue;
    const at = instantOf(day, digest.at, zone);
    if (at > after) return at;
  }
  throw new RangeError(`No digest within ${MOST_DAYS} days.`);
}

/** When the digest before the one at `at` went out: between the two lies what this one gathers. */
export function previousDigest(digest: Digest, at: Date, timeZone: string): Date {
  const [usual, most] = LOOK_BACK_DAYS[digest.every];
  const isBefore = (from: Date): boolean => nextDigest(digest, from, timeZone) < at;
  const near = new Date(at.getTime() - usual * DAY_MS);
  let found = isBefore(near) ? near : new Date(at.getTime() - most * DAY_MS);
  for (;;) {
    const next = nextDigest(digest, found, timeZone);
    if (next >= at) return found;
    found = next;
  }
}
