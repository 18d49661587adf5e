import type { Bucket } from '@framewatch/contracts';

const hour = 3_600_000;
const formats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day (`2026-05-03`) on which an instant falls in a zone. */
export function dayOf(instant: Date, tz: string): string {
  return wallClock(instant, tz).toISOString().slice(0, 10);
}

/** The instant at which a calendar day begins in a zone; where clocks skip midnight, the first instant after it. */
export function startOfDay(day: string, tz: string): Date {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const guess = new Date(midnight - offset(new Date(midnight), tz));
  return new Date(midnight - offset(guess, tz));
}

/** The instant at which a zone's clocks show a time (`08:00`) of a day; where they skip it, as far behind the skip. */
export function instantAt(day: string, time: string, tz: string): Date {
  const wall = Date.parse(`${day}T${time}:00Z`);
  const guess = new Date(wall - offset(new Date(wall), tz));
  return new Date(wall - offset(guess, tz));
}

/** What a zone's clocks show at an instant, as `2026-05-03T08:00`. */
export function clockOf(instant: Date, tz: string): string {
  return wallClock(instant, tz).toISOString().slice(0, 16);
}

/** The calendar day that lies `days` after another one. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 24 * hour).toISOString().slice(0, 10);
}

/** The first day of the week (Monday) or month in which a day lies; the day itself for hours and days. */
export function firstDayOf(bucket: Bucket, day: string): string {
  switch (bucket) {
    case 'hour':
    case 'day':
      return day;
    case 'week':
      return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
    case 'month':
      return `${day.slice(0, 7)}-01`;
  }
}

function offset(instant: Date, tz: string): number {
  return wallClock(instant, tz).getTime() - Math.floor(instant.getTime() / 1000) * 1000;
}

function wallClock(instant: Date, tz: string): Date {
  const parts: Record<string, number> = {};
  for (const { type, value } of format(tz).formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour: h = 0, minute = 0, second = 0 } = parts;
  return new Date(Date.UTC(year, month - 1, day, h, minute, second));
}

function format(tz: string): Intl.DateTimeFormat {
  const known = formats.get(tz);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: tz,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(tz, made);
  return made;
}
