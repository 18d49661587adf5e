import { Temporal } from 'temporal-polyfill';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

/** The calendar day that a zone's clocks show at an instant. */
export function localDay(at: Date, timeZone: string): Temporal.PlainDate {
  return zoned(at, timeZone).toPlainDate();
}

/**
 * The instant at which clocks of the zone show a time of day ("02:30") on a day. A time that is skipped gives the first
 * instant after the gap, one that happens twice the first of the two.
 */
export function instantOf(day: Temporal.PlainDate, time: string, timeZone: string): Date {
  const wanted = day.toPlainDateTime(Temporal.PlainTime.from(time));
  const later = wanted.toZonedDateTime(timeZone, { disambiguation: 'later' });
  if (later.toPlainDateTime().equals(wanted))
    return dateOf(wanted.toZonedDateTime(timeZone, { disambiguation: 'earlier' }));
  const gapEnds = later.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
  return dateOf(gapEnds ?? later);
}

/** Whether the zone ever had that day: Samoa had no 30 December 2011. */
export function dayExists(day: Temporal.PlainDate, timeZone: string): boolean {
  return day.toZonedDateTime(timeZone).toPlainDate().equals(day);
}

/** The first instant after `after` at which clocks of the zone show a full hour, also where they were just turned. */
export function nextFullHour(after: Date, timeZone: string): Date {
  const here = zoned(after, timeZone);
  const sinceHour = here.minute * MINUTE_MS + here.second * 1_000 + here.millisecond;
  const unturned = new Date(after.getTime() + HOUR_MS - sinceHour);
  const turn = here.getTimeZoneTransition('next');
  if (turn === null || turn.epochMilliseconds > unturned.getTime()) return unturned;
  return turn.minute === 0 && turn.second === 0
    ? dateOf(turn)
    : nextFullHour(new Date(turn.epochMilliseconds), timeZone);
}

/** Midnight, or where it is skipped the first instant of the day. */
export function startOfDay(day: Temporal.PlainDate, timeZone: string): Date {
  return dateOf(day.toZonedDateTime(timeZone));
}

const zoned = (at: Date, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
const dateOf = (at: Temporal.ZonedDateTime): Date => new Date(at.epochMilliseconds);
