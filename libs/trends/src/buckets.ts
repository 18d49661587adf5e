import type { Bucket } from '@framewatch/contracts';
import { Temporal } from 'temporal-polyfill';

/** One stretch of time as a chart draws it: half-open, with the local name that people give it. */
export interface CutBucket {
  start: Date;
  end: Date;
  label: string;
}

/** More buckets than this on one chart is a mistake in the question, not a chart. */
export const MOST_BUCKETS = 2_000;

/**
 * Cuts [from, to) at local hours, days, ISO weeks (from Monday) or months of an IANA zone, daylight saving and
 * half-hour offsets included. The first bucket holds `from`, the last one ends at or after `to`.
 * Throws RangeError on an unknown zone, an empty range, or more than MOST_BUCKETS buckets.
 */
export function cutBuckets(from: Date, to: Date, bucket: Bucket, tz: string): CutBucket[] {
  if (!(from < to)) throw new RangeError('The range is empty: "from" has to lie before "to".');
  const buckets: CutBucket[] = [];
  let start = floorTo(Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(tz), bucket);
  while (start.epochMilliseconds < to.getTime()) {
    if (buckets.length >= MOST_BUCKETS)
      throw new RangeError(
        `More than ${MOST_BUCKETS} ${bucket}s: choose a shorter range or a longer bucket.`,
      );
    const end = floorTo(start.add(STEP[bucket]), bucket);
    buckets.push({ start: dateOf(start), end: dateOf(end), label: labelOf(start, bucket) });
    start = end;
  }
  return buckets;
}

const STEP: Record<Bucket, Temporal.DurationLike> = {
  hour: { hours: 1 },
  day: { days: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
};

function floorTo(at: Temporal.ZonedDateTime, bucket: Bucket): Temporal.ZonedDateTime {
  switch (bucket) {
    case 'hour':
      return floorToHour(at);
    case 'day':
      return at.startOfDay();
    case 'week':
      return at.subtract({ days: at.dayOfWeek - 1 }).startOfDay();
    case 'month':
      return at.with({ day: 1 }).startOfDay();
  }
}

/** Where clocks go back by half an hour, the second half hour of one name is an hour of its own. */
function floorToHour(at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  const hour = at.round({ smallestUnit: 'hour', roundingMode: 'floor' });
  const next = hour.add(STEP.hour);
  return next.epochMilliseconds <= at.epochMilliseconds ? next : hour;
}

function labelOf(at: Temporal.ZonedDateTime, bucket: Bucket): string {
  const day = at.toPlainDate();
  switch (bucket) {
    case 'hour':
      return `${day.toString()}T${String(at.hour).padStart(2, '0')}`;
    case 'day':
      return day.toString();
    case 'week':
      return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`;
    case 'month':
      return day.toPlainYearMonth().toString();
  }
}

const dateOf = (at: Temporal.ZonedDateTime): Date => new Date(at.epochMilliseconds);
