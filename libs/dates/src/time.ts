import { zoneOffset } from './zones.ts';

/** A time of day and its zone, with the text that is left when both are taken out. */
export interface TimeOfDay {
  milliseconds: number;
  precision: 'day' | 'minute' | 'second';
  /** Minutes east of UTC, null where the text names no zone. */
  offset: number | null;
  /** The zone of the one country that writes times so. */
  implied?: number;
  rest: string;
}

/** Korean words for the halves of the day are written in one zone only. */
const KOREA = 540;
const CLOCK =
  /(?:^|[^\d:])(?:(上午|下午|午前|午後|오전|오후|[ap]\.?m\.?)\s?)?(\d{1,2})(?::|h|\s?時|\s?时|\s?點|\s?点|\s?시\s?)(\d{1,2})?(?:(?::|\s?分|\s?분\s?)(\d{1,2})?(?:[.,](\d+)|\s?秒|\s?초)?)?(?:\s?([ap]\.?\s?m\.?)(?![\p{L}]))?/u;
const HOUR_ONLY = /(?:^|[^\d:])()(\d{1,2})()()()\s?([ap]\.?\s?m\.?)(?![\p{L}])/u;
const BASIC = /(?<=\d)t(\d{2})(?:(\d{2})(\d{2})?)?(?:[.,](\d+))?(?![\d:])/;

/** Takes the time of day out of a cleaned text; a text without one gives midnight and `day`. Null: no possible time. */
export function readTime(text: string): TimeOfDay | null {
  const basic = BASIC.exec(text);
  if (basic) {
    const [, hour, minute, second, fraction] = basic;
    return withZone(text, basic, clock({ hour, minute, second, fraction }), {});
  }
  const found = CLOCK.exec(text) ?? HOUR_ONLY.exec(text);
  if (found === null) return { milliseconds: 0, precision: 'day', ...dayZone(text) };
  const [, before, hour, minute, second, fraction, after] = found;
  const implied = before === '오전' || before === '오후' || found[0].includes('시') ? { implied: KOREA } : {};
  return withZone(text, found, clock({ half: before || after, hour, minute, second, fraction }), implied);
}

interface Clock {
  half?: string | undefined;
  hour: string | undefined;
  minute: string | undefined;
  second: string | undefined;
  fraction: string | undefined;
}

function clock(read: Clock): Pick<TimeOfDay, 'milliseconds' | 'precision'> | null {
  const hour = wholeHour(Number(read.hour), read.half);
  const minute = Number(read.minute || 0);
  const second = Number(read.second || 0);
  if (hour > 24 || minute > 59 || second > 60 || (hour === 24 && minute + second > 0)) return null;
  const fraction = Math.floor(Number(`0.${read.fraction || 0}`) * 1000);
  return {
    milliseconds: ((hour * 60 + minute) * 60 + second) * 1000 + fraction,
    precision: read.second ? 'second' : 'minute',
  };
}

function wholeHour(hour: number, half: string | undefined): number {
  if (half === undefined || hour > 12) return hour;
  const afternoon = half.startsWith('p') || half === '下午' || half === '午後' || half === '오후';
  return (hour % 12) + (afternoon ? 12 : 0);
}

function withZone(
  text: string,
  found: RegExpExecArray,
  time: Pick<TimeOfDay, 'milliseconds' | 'precision'> | null,
  implied: Pick<TimeOfDay, 'implied'>,
): TimeOfDay | null {
  if (time === null) return null;
  const start = found.index + (/^[\dap上下午오]/.test(found[0]) ? 0 : 1);
  const after = text.slice(found.index + found[0].length);
  const zone = readZone(after);
  const before = text.slice(0, start).replace(/t$/, ' ');
  return { ...time, ...implied, offset: zone.offset, rest: `${before} ${zone.rest}`.trim() };
}

/** A day may carry a zone as well: 2026-11-22Z, 2026-11-22+09:00. */
function dayZone(text: string): { offset: number | null; rest: string } {
  const found = /^(\d{4}-\d{2}-\d{2})(z|[+-]\d{2}:\d{2})$/.exec(text);
  return found
    ? { offset: readZone(found[2] as string).offset, rest: found[1] as string }
    : { offset: null, rest: text };
}

const NUMERIC = /^([+-])(\d{1,2}):?(\d{2})?(?!\d)/;

/** The zone at the start of what follows a time: Z, +0900, GMT+9, JST, (CEST). Comments in brackets are dropped. */
function readZone(after: string): { offset: number | null; rest: string } {
  const text = after.replace(/^[\s,;]+/, '');
  const name = /^\(?([a-z]{1,5})\)?(?![\p{L}])/u.exec(text);
  const named = name ? zoneOffset(name[1] as string) : undefined;
  if (name && named !== undefined) {
    const rest = text.slice(name[0].length);
    const shift = named === 0 ? NUMERIC.exec(rest.trimStart()) : null;
    const offset = shift ? minutesOf(shift) : named;
    return { offset, rest: withoutComment(shift ? rest.trimStart().slice(shift[0].length) : rest) };
  }
  const shift = NUMERIC.exec(text);
  if (shift) return { offset: minutesOf(shift), rest: withoutComment(text.slice(shift[0].length)) };
  return { offset: null, rest: withoutComment(text) };
}

/** Offsets beyond those in use (UTC-12 to UTC+14) are slips: not believed. */
function minutesOf([, sign, hours, minutes = '0']: RegExpExecArray): number | null {
  const total = Number(hours) * 60 + Number(minutes);
  if (total > 14 * 60) return null;
  return sign === '-' ? 0 - total : total;
}

function withoutComment(text: string): string {
  return text.replace(/[([][^)\]]{0,80}[)\]]/g, ' ');
}
