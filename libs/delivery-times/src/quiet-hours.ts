import type { QuietHours } from '@framewatch/contracts';
import { dayExists, instantOf, localDay } from './wall-clock.ts';
import { isAmong } from './weekdays.ts';

/**
 * The end of the quiet hours that `at` falls into, or null outside them. They hold their first instant and not their
 * end, belong to the day on which they begin, and may reach past midnight.
 */
export function quietUntil(quiet: QuietHours, at: Date, timeZone: string): Date | null {
  const zone = quiet.timezone ?? timeZone;
  const today = localDay(at, zone);
  for (const days of [-1, 0]) {
    const day = today.add({ days });
    if (!isAmong(quiet.days, day) || !dayExists(day, zone)) continue;
    const end = instantOf(quiet.to > quiet.from ? day : day.add({ days: 1 }), quiet.to, zone);
    if (instantOf(day, quiet.from, zone) <= at && at < end) return end;
  }
  return null;
}
