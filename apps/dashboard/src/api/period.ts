import type { Bucket } from '@framewatch/contracts';
import { type Range, type View } from './view.ts';
import { addDays, dayOf, firstDayOf, startOfDay } from './zone.ts';

/** What is looked at, with every default applied. `from` and `to` are instants, half open. */
export interface Period {
  range: Range;
  days: number;
  bucket: Bucket;
  tz: string;
  firstDay: string;
  lastDay: string;
  from: string;
  to: string;
}

const daysOfRange: Record<Exclude<Range, 'custom'>, number> = { '7d': 7, '30d': 30, '90d': 90, '1y': 365 };

/** Hours are offered up to this many days: beyond it a screen has fewer pixels than the chart has hours. */
export const longestByHour = 14;

/** The period that a view means at `now`; whole buckets, so that the first one is never cut. */
export function readPeriod(view: View, now: Date, defaultZone: string): Period {
  const tz = view.tz ?? defaultZone;
  const today = dayOf(now, tz);
  const custom = view.range === 'custom' && view.from !== undefined && view.to !== undefined;
  const range: Range = custom ? 'custom' : view.range && view.range !== 'custom' ? view.range : '30d';
  const [first, last] =
    range === 'custom'
      ? inOrder(view.from ?? today, view.to ?? today)
      : [addDays(today, 1 - daysOfRange[range]), today];
  const days = Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000) + 1;
  const bucket = fittingBucket(view.bucket, days);
  const firstDay = firstDayOf(bucket, first);
  return {
    range,
    days,
    bucket,
    tz,
    firstDay,
    lastDay: last,
    from: startOfDay(firstDay, tz).toISOString(),
    to: endOf(last, bucket, now, tz).toISOString(),
  };
}

/** The same days in other buckets; whole ones again, so the first may begin earlier. */
export function withBucket(period: Period, bucket: Bucket): Period {
  const firstDay = firstDayOf(bucket, period.firstDay);
  return { ...period, bucket, firstDay, from: startOfDay(firstDay, period.tz).toISOString() };
}

function fittingBucket(wanted: Bucket | undefined, days: number): Bucket {
  if (wanted === 'hour' && days > longestByHour) return 'day';
  if (wanted) return wanted;
  if (days <= 2) return 'hour';
  return days <= 45 ? 'day' : 'week';
}

/** The end of the last day; hours end with the one that runs, for of later ones nothing can be said. */
function endOf(lastDay: string, bucket: Bucket, now: Date, tz: string): Date {
  const midnight = startOfDay(addDays(lastDay, 1), tz);
  const nextHour = new Date(Math.floor(now.getTime() / 3_600_000 + 1) * 3_600_000);
  return bucket === 'hour' && nextHour < midnight ? nextHour : midnight;
}

function inOrder(one: string, other: string): [string, string] {
  return one <= other ? [one, other] : [other, one];
}
