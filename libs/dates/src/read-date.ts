import { cleanDate } from './clean.ts';
import { type Day, type DayOptions, fromOrdinal, readDay, wholeYear } from './day.ts';
import { monthOf } from './months.ts';
import { readTime } from './time.ts';
import { zoneOffset } from './zones.ts';

/** A date as it was written, made an instant. */
export interface WrittenDate {
  /** ISO 8601 in UTC with milliseconds. */
  instant: string;
  /** Minutes east of UTC that the text states or its script implies; null where it says nothing. */
  offsetMinutes: number | null;
  /** How fine the text is; a month or a year alone reads as its first day. */
  precision: 'day' | 'minute' | 'second';
  /** `implied`: written the way one country alone writes (Korean signs, Japanese eras). */
  zone: 'stated' | 'implied' | 'assumed-utc';
}

interface Reading {
  day: Day;
  milliseconds: number;
  precision: WrittenDate['precision'];
  offset: number | null;
  implied?: number;
}

const DAY = 86_400_000;
/** Software writes the year 1 or 1601 for "none"; no feed carries news from before this. */
const FIRST_YEAR = 1900;
const LAST_YEAR = 2200;
const RFC_3339 = /^(\d{4})-(\d{2})-(\d{2})[t ](\d{2}):(\d{2}):(\d{2})(?:\.(\d{1,9}))?(z|[+-]\d{2}:?\d{2})$/;
const RFC_822 =
  /^(?:[a-z]{3},? )?(\d{1,2}) ([a-z]{3}) (\d{4}) (\d{2}):(\d{2}):(\d{2}) ([a-z]{1,4}|[+-]\d{4})$/;

/**
 * The instant that a date means, however feeds and pages write it: RFC 822 to 3339, ISO weeks and ordinals, asctime,
 * epochs, month names of two dozen languages, East Asian signs and eras. Null for no date, for an impossible one and
 * for years before 1900. Zoneless is UTC, never the machine's zone. Never throws; only the first 160 characters count.
 */
export function readDate(text: string, options: DayOptions = {}): WrittenDate | null {
  const clean = cleanDate(text);
  if (!/\d/.test(clean)) return null;
  const reading =
    fromCommonForm(clean) ?? (/^-?\d+(?:\.\d+)?$/.test(clean) ? fromDigits(clean) : fromText(clean, options));
  return reading === null ? null : written(reading);
}

/** The two forms that nearly all feeds use, in one expression each. */
function fromCommonForm(text: string): Reading | null {
  const iso = RFC_3339.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, fraction, zone] = iso as unknown as string[];
    return assemble([year, month, day], [hour, minute, second, fraction], numericOffset(zone as string));
  }
  const mail = RFC_822.exec(text);
  if (!mail) return null;
  const [, day, name = '', year, hour, minute, second, zone = ''] = mail as unknown as string[];
  const month = monthOf(name);
  const offset = zoneOffset(zone) ?? (/^\p{L}/u.test(zone) ? undefined : numericOffset(zone));
  if (month === undefined || offset === undefined) return null;
  return assemble([year, month, day], [hour, minute, second], offset);
}

function assemble(
  [year, month, day]: readonly unknown[],
  [hour, minute, second, fraction]: readonly (string | undefined)[],
  offset: number | null,
): Reading | null {
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return null;
  const seconds = (Number(hour) * 60 + Number(minute)) * 60 + Number(second);
  const milliseconds = seconds * 1000 + Math.floor(Number(`0.${fraction ?? 0}`) * 1000);
  return {
    day: { year: Number(year), month: Number(month), day: Number(day) },
    milliseconds,
    precision: 'second',
    offset,
  };
}

function numericOffset(zone: string): number | null {
  if (zone === 'z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  if (minutes > 14 * 60) return null;
  return zone.startsWith('-') ? 0 - minutes : minutes;
}

/** Digits alone: an epoch, or a date whose separators were left out. */
function fromDigits(text: string): Reading | null {
  const digits = /^\d+/.exec(text)?.[0] ?? '';
  const at = (start: number, end: number) => Number(digits.slice(start, end));
  switch (digits.length) {
    case 0:
      return fromText(text, {});
    case 4:
      return dayReading({ year: at(0, 4), month: 1, day: 1 });
    case 5:
      return dayReading(fromOrdinal(wholeYear(digits.slice(0, 2)), at(2, 5)));
    case 6:
      return dayReading({ year: wholeYear(digits.slice(0, 2)), month: at(2, 4), day: at(4, 6) });
    case 7:
      return dayReading(fromOrdinal(at(0, 4), at(4, 7)));
    case 8:
      return dayReading({ year: at(0, 4), month: at(4, 6), day: at(6, 8) });
    case 12:
    case 14:
      return fromText(`${digits.slice(0, 8).replace(/(\d{4})(\d{2})/, '$1-$2-')}t${digits.slice(8)}`, {});
    default:
      return fromEpoch(digits);
  }
}

/** Seconds, milliseconds or microseconds since 1970, told apart by their length. */
function fromEpoch(digits: string): Reading | null {
  const unit = { 9: 1000, 10: 1000, 13: 1, 16: 0.001 }[digits.length];
  if (unit === undefined) return null;
  const date = new Date(Math.floor(Number(digits) * unit));
  const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  return { day, milliseconds: date.getTime() % DAY, precision: 'second', offset: 0 };
}

function dayReading(day: Day): Reading {
  return { day, milliseconds: 0, precision: 'day', offset: null };
}

function fromText(text: string, options: DayOptions): Reading | null {
  const time = readTime(text.replace(/^(\d{4})(\d{2})(\d{2})t/, '$1-$2-$3t'));
  const day = time === null ? null : readDay(time.rest, options);
  return time === null || day === null ? null : { ...time, day };
}

function written({
  day,
  milliseconds,
  precision,
  offset,
  implied: impliedByTime,
}: Reading): WrittenDate | null {
  const midnight = Date.UTC(day.year, day.month - 1, day.day);
  if (
    !(day.year >= FIRST_YEAR && day.year <= LAST_YEAR) ||
    new Date(midnight).getUTCDate() !== day.day ||
    day.month > 12
  )
    return null;
  const implied = precision === 'day' ? undefined : (impliedByTime ?? day.zone);
  const minutes = offset ?? implied ?? null;
  const instant = new Date(midnight + milliseconds - (minutes ?? 0) * 60_000).toISOString();
  const zone = offset !== null ? 'stated' : implied !== undefined ? 'implied' : 'assumed-utc';
  return { instant, offsetMinutes: minutes, precision, zone };
}
