import type { Bucket } from '@framewatch/contracts';
import { Temporal } from 'temporal-polyfill';
import { type CutBucket, cutBuckets } from './buckets.ts';

/** The stretch just before, or the same one a year before. */
export type ComparedWith = 'previous' | 'year';

export interface ComparedPeriod {
  buckets: CutBucket[];
  /** Parallel to `buckets`: the place of the current bucket that each stands against; null where the calendar has none. */
  against: (number | null)[];
  /** How far back: whole months, or days (52 weeks for a year, so that weekdays meet), or for a few hours hours. */
  shift: { months: number } | { days: number } | { hours: number };
  /** False where a Monday stands against another day of the week. */
  sameWeekdays: boolean;
  /** The earlier period reaches into the current one: a year before more than a year. */
  overlaps: boolean;
}

/**
 * The buckets of an earlier period, cut on the local calendar, each against the current bucket of the same place. The
 * period before ends exactly where the current one begins. Days and hours that one calendar has and the other lacks
 * (daylight saving, a skipped day, months of unequal length) stand against nothing. `buckets` must not be empty.
 */
export function comparedPeriod(
  buckets: readonly CutBucket[],
  bucket: Bucket,
  tz: string,
  compared: ComparedWith,
): ComparedPeriod {
  const zoned = (at: Date | undefined) =>
    Temporal.Instant.fromEpochMilliseconds(at?.getTime() ?? 0).toZonedDateTimeISO(tz);
  const [from, to] = [zoned(buckets[0]?.start), zoned(buckets.at(-1)?.end)];
  const shift = shiftOf(from, to, bucket, compared);
  const earlierFrom = new Date(from.subtract(shift).epochMilliseconds);
  const earlierTo = compared === 'previous' ? from : to.subtract(shift);
  const earlier = cutBuckets(earlierFrom, new Date(earlierTo.epochMilliseconds), bucket, tz);
  return {
    buckets: earlier,
    against:
      'hours' in shift ? lastWithLast(earlier, buckets) : sameNames(earlier, buckets, { tz, bucket, shift }),
    shift,
    sameWeekdays: !('months' in shift) && !('hours' in shift) && shift.days % 7 === 0,
    overlaps: earlierTo.epochMilliseconds > from.epochMilliseconds,
  };
}

function shiftOf(
  from: Temporal.ZonedDateTime,
  to: Temporal.ZonedDateTime,
  bucket: Bucket,
  compared: ComparedWith,
): ComparedPeriod['shift'] {
  if (compared === 'year') return bucket === 'month' ? { months: 12 } : { days: 364 };
  const [first, last] = [from.toPlainDate(), to.toPlainDate()];
  if (bucket === 'month') return { months: first.until(last, { largestUnit: 'month' }).months };
  const isWholeDays = [from, to].every((at) => at.equals(at.startOfDay()));
  if (bucket !== 'hour' || isWholeDays) return { days: first.until(last, { largestUnit: 'day' }).days };
  return { hours: Math.ceil((to.epochMilliseconds - from.epochMilliseconds) / 3_600_000) };
}

/** A few hours stand against as many hours before, whatever clocks said. */
function lastWithLast(earlier: readonly CutBucket[], current: readonly CutBucket[]): (number | null)[] {
  return earlier.map((_, place) => {
    const against = place + current.length - earlier.length;
    return against >= 0 ? against : null;
  });
}

interface Names {
  tz: string;
  bucket: Bucket;
  shift: Temporal.DurationLike;
}

/** Each bucket by its local name, moved back by the shift; the second of two hours of one name by that. */
function sameNames(
  earlier: readonly CutBucket[],
  current: readonly CutBucket[],
  { tz, bucket, shift }: Names,
): (number | null)[] {
  const places = new Map(localNames(current, tz, bucket, shift).map((name, place) => [name, place]));
  return localNames(earlier, tz, bucket).map((name) => places.get(name) ?? null);
}

function localNames(
  buckets: readonly CutBucket[],
  tz: string,
  bucket: Bucket,
  back?: Temporal.DurationLike,
): string[] {
  const seen = new Map<string, number>();
  return buckets.map(({ start }) => {
    const at = Temporal.Instant.fromEpochMilliseconds(start.getTime())
      .toZonedDateTimeISO(tz)
      .toPlainDateTime();
    // A day may start at one o'clock, and an hour at half past: they are named all the same.
    const smallestUnit = bucket === 'hour' ? 'hour' : 'day';
    const own = at.round({ smallestUnit, roundingMode: 'floor' });
    const name = (back ? own.subtract(back) : own).toString();
    const times = seen.get(name) ?? 0;
    seen.set(name, times + 1);
    return `${name} ${times}`;
  });
}
