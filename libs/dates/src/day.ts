import { monthOf, weekdayOrMonth } from './months.ts';

/** A calendar day as written; not yet checked against the calendar. `zone` where only one country writes it so. */
export interface Day {
  year: number;
  month: number;
  day: number;
  zone?: number;
}

/** Which number of 03/04/2026 is the day; `dot` and `dash` forms are day-first wherever they are used. */
export interface DayOptions {
  dayFirst?: boolean;
}

/** Japan and Korea keep one zone, and nobody else writes these eras and signs. */
const EAST_ASIA = 540;
/** Years before the first one of each Japanese era, and of the Republic of China calendar. */
const eraStarts: Record<string, number> = {
  明治: 1867,
  大正: 1911,
  昭和: 1925,
  平成: 1988,
  令和: 2018,
  民國: 1911,
  民国: 1911,
};

/** The day that a cleaned text names, time and zone already taken out; null where it names none. */
export function readDay(text: string, options: DayOptions): Day | null {
  return fromWords(text) ?? fromIso(text) ?? fromNumbers(text, options) ?? fromSigns(text);
}

/** 2026-11-22, 2026/11/22, 2026.11.22, 2026-w47-7, 2026-326, 2026-11. */
function fromIso(text: string): Day | null {
  const week = /(?<!\d)(\d{4})-?w(\d{2})(?:-?([1-7]))?(?!\d)/.exec(text);
  if (week) return fromWeek(Number(week[1]), Number(week[2]), Number(week[3] ?? 1));
  const full = /(?<!\d)(\d{4})\s?[-/.]\s?0?(\d{1,2})\s?[-/.]\s?(\d{1,2})(?!\d)/.exec(text);
  if (full) return { year: Number(full[1]), month: Number(full[2]), day: Number(full[3]) };
  const ordinal = /^(\d{4})-(\d{3})(?!\d)/.exec(text);
  if (ordinal) return fromOrdinal(Number(ordinal[1]), Number(ordinal[2]));
  const month = /^(\d{4})[-/](\d{1,2})$/.exec(text);
  if (month) return { year: Number(month[1]), month: Number(month[2]), day: 1 };
  const short = /^-(\d{2})-?(\d{2})$/.exec(text);
  return short ? { year: wholeYear(short[1] as string), month: Number(short[2]), day: 1 } : null;
}

/** ISO 8601 week date: week 1 holds the year's 4th of January. */
function fromWeek(year: number, week: number, weekday: number): Day {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const monday = 4 - ((fourth.getUTCDay() + 6) % 7);
  return fromOrdinal(year, monday + (week - 1) * 7 + weekday - 1);
}

/** Day 1 to 366 of a year; 0 or less reaches into the year before, as week dates do. */
export function fromOrdinal(year: number, dayOfYear: number): Day {
  const date = new Date(Date.UTC(year, 0, dayOfYear));
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 22/11/2026, 11/22/2026, 22.11.26, 03-12-31. */
function fromNumbers(text: string, options: DayOptions): Day | null {
  const found = /(?<![\d.])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?('?\d{4}|'?\d{2})(?!\d)/.exec(text);
  if (!found) return null;
  const [, first = '', separator, second = '', last = ''] = found;
  const a = Number(first);
  const b = Number(second);
  if (separator === '-' && first.length === 2 && last.length === 2 && Number(last) <= 31 && b <= 12) {
    return { year: wholeYear(first), month: b, day: Number(last) };
  }
  const dayFirst = b <= 12 && (a > 12 || (options.dayFirst ?? separator !== '/'));
  return { year: wholeYear(last.replace("'", '')), month: dayFirst ? b : a, day: dayFirst ? a : b };
}

/** 2026年11月22日, 令和8年11月22日, 2026년 11월 22일, ngày 22 tháng 11 năm 2026. */
function fromSigns(text: string): Day | null {
  const cjk =
    /(明治|大正|昭和|平成|令和|民國|民国)?\s?(\d{1,4}|元)\s?(年|년)\s?(\d{1,2})\s?[月월](?:\s?(\d{1,2})\s?[日号號일])?/.exec(
      text,
    );
  if (cjk) return fromEra(cjk);
  const vietnamese = /(?<!\d)(\d{1,2})\s?tháng\s?(\d{1,2})(?:\s?,|\s?năm)?\s?(\d{4})/.exec(text);
  if (!vietnamese) return null;
  return { day: Number(vietnamese[1]), month: Number(vietnamese[2]), year: Number(vietnamese[3]) };
}

function fromEra([, era, written = '', sign, month, day = '1']: RegExpExecArray): Day {
  const count = written === '元' ? 1 : Number(written);
  const year =
    era === undefined ? (written.length <= 2 ? wholeYear(written) : count) : (eraStarts[era] ?? 0) + count;
  const found: Day = { year, month: Number(month), day: Number(day) };
  const onlyHere = sign === '년' || (era !== undefined && !era.startsWith('民'));
  return onlyHere ? { ...found, zone: EAST_ASIA } : found;
}

/** 22 November 2026, November 22nd, 2026, 22-Nov-26, 2026-november-22, 22 de noviembre de 2026. */
function fromWords(text: string): Day | null {
  const tokens = text.match(/\d+|[\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*/gu) ?? [];
  const at = monthIndex(tokens);
  if (at < 0) return null;
  const month = monthOf(tokens[at] as string) as number;
  const numbers = tokens
    .map((token, index) => ({ token, index }))
    .filter(({ token }) => /^\d{1,4}$/.test(token));
  const year = yearAmong(numbers, at);
  if (year === null) return null;
  const day = numbers
    .filter((number) => number !== year && number.token.length <= 2)
    .sort((a, b) => gap(a, at) - gap(b, at))[0];
  return { year: wholeYear(year.token), month, day: day === undefined ? 1 : Number(day.token) };
}

interface NumberToken {
  token: string;
  index: number;
}

/** Of several words that could be months the last, but rather one that is no weekday. */
function monthIndex(tokens: readonly string[]): number {
  let found = -1;
  tokens.forEach((token, index) => {
    if (/^\d/.test(token) || monthOf(token) === undefined) return;
    if (found < 0 || !weekdayOrMonth.has(token) || weekdayOrMonth.has(tokens[found] as string)) found = index;
  });
  return found;
}

/** The year is the number that cannot be a day; among small ones the one that is written last. */
function yearAmong(numbers: readonly NumberToken[], month: number): NumberToken | null {
  const long =
    numbers.find(({ token }) => token.length >= 3) ?? numbers.find(({ token }) => Number(token) > 31);
  if (long !== undefined) return long;
  const near = numbers.filter((number) => gap(number, month) <= 2);
  return near.length >= 2 ? (near[near.length - 1] as NumberToken) : null;
}

function gap(number: NumberToken, month: number): number {
  return Math.abs(number.index - month);
}

/** Years of two digits turn at 70, of three digits count from 1900 (RFC 5322, 4.3), of the Buddhist era lose 543. */
export function wholeYear(written: string): number {
  const year = Number(written);
  if (written.length <= 2) return year < 70 ? 2000 + year : 1900 + year;
  if (written.length === 3) return 1900 + year;
  return year > 2400 && year < 2700 ? year - 543 : year;
}
