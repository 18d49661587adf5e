import type { RulePreview } from '@framewatch/contracts';
import { cutBuckets } from '@framewatch/trends';

const DAY_MS = 86_400_000;

/** The last `count` days of a zone, the oldest first; the last is under way. */
export function lastDays(
  now: Date,
  count: number,
  timeZone: string,
): { label: string; start: Date; end: Date }[] {
  // A day more than needed: days of 23 hours must not leave one out.
  const from = new Date(now.getTime() - count * DAY_MS);
  return cutBuckets(from, new Date(now.getTime() + 1), 'day', timeZone).slice(-count);
}

/** Counts per period and day. A day without any feed reached, and without an alert, is unknown (null). */
export function periodsOf(
  alerts: readonly { at: Date }[],
  { now, timeZone, periods }: { now: Date; timeZone: string; periods: readonly number[] },
  wasReached: (day: string) => boolean,
): RulePreview['periods'] {
  return periods.map((days) => {
    const perDay = lastDays(now, days, timeZone).map(({ label, start, end }) => {
      const count = alerts.filter(({ at }) => at >= start && at < end).length;
      return { day: label, count: count === 0 && !wasReached(label) ? null : count };
    });
    return { days, wouldHaveFired: perDay.reduce((sum, { count }) => sum + (count ?? 0), 0), perDay };
  });
}
