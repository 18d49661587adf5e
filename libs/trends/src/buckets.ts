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
  let start = floorTo(at(from, tz), bucket);
  while (start.epochMilliseconds < to.getTime()) {
    const even = cutEvenly(start, to, bucket, MOST_BUCKETS - buckets.length);
    buckets.push(...even);
    if (even.length > 0) {
      start = at(even.at(-1)!.end, tz);
      continue;
    }
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

const at = (date: Date, tz: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(date.getTime()).toZonedDateTimeISO(tz);

const DAY_MS = 86_400_000;
/** Months differ in length, and there are few on a chart. */
const LENGTH_MS = { hour: DAY_MS / 24, day: DAY_MS, week: 7 * DAY_MS, month: null };

/**
 * Buckets that end before the zone's clocks are next turned: they are all of one length, and no calendar is asked, which
 * takes a hundred times as long. None where the first bucket reaches that far.
 */
function cutEvenly(first: Temporal.ZonedDateTime, to: Date, bucket: Bucket, most: number): CutBucket[] {
  const length = LENGTH_MS[bucket];
  if (length === null) return [];
  const turned = first.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
  const offset = first.offsetNanoseconds / 1_000_000;
  const buckets: CutBucket[] = [];
  let start = first.epochMilliseconds;
  // The hour or day in which clocks were turned begins where no even one does.
  if ((start + offset) % (bucket === 'hour' ? length : DAY_MS) !== 0) return [];
  while (start < to.getTime() && start + length < turned && buckets.length < most) {
    const label = labelOfLocal(new Date(start + offset), bucket);
    buckets.push({ start: new Date(start), end: new Date(start + length), label });
    start += length;
  }
  return buckets;
}

/** As `labelOf`, of a date whose UTC fields are the local ones. */
function labelOfLocal(local: Date, bucket: Bucket): string {
  const text = local.toISOString();
  if (bucket === 'hour') return text.slice(0, 13);
  if (bucket !== 'week') return text.slice(0, 10);
  // An ISO week is of the year of its Thursday.
  const thursday = new Date(local.getTime() + (4 - (local.getUTCDay() || 7)) * DAY_MS);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY_MS));
  return `${year}-W${String(week).padStart(2, '0')}`;
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
