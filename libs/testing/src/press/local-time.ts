const formats = new Map<string, Intl.DateTimeFormat>();

/** How far a zone is ahead of UTC at an instant, in minutes. */
export function offsetMinutes(at: Date, timezone: string): number {
  const { year, month, day, hour, minute } = partsOf(at, timezone);
  const local = Date.UTC(year, month - 1, day, hour, minute);
  return Math.round((local - Math.floor(at.getTime() / 60_000) * 60_000) / 60_000);
}

/** The calendar day of an instant in a zone, such as `2026-05-03`. */
export function localDay(at: Date, timezone: string): string {
  const { year, month, day } = partsOf(at, timezone);
  return `${year}-${two(month)}-${two(day)}`;
}

/** The local wall clock of an instant at a fixed offset, split up. */
export function wallClock(at: Date, offset: number) {
  const local = new Date(at.getTime() + offset * 60_000);
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
  };
}

/** ISO 8601 with the offset, such as `2026-05-03T08:15:00+09:00`. */
export function isoWithOffset(at: Date, offset: number): string {
  return `${isoWithoutZone(at, offset)}${offsetText(offset, ':')}`;
}

/** ISO 8601 of the local wall clock, without saying which zone that is. */
export function isoWithoutZone(at: Date, offset: number): string {
  return new Date(at.getTime() + offset * 60_000).toISOString().slice(0, 19);
}

/** RFC 822 as feeds write it, such as `Sun, 03 May 2026 08:15:00 +0900`. */
export function rfc822(at: Date, offset: number): string {
  return `${rfc822WithoutZone(at, offset)} ${offsetText(offset, '')}`;
}

/** RFC 822 of the local wall clock, without a zone. */
export function rfc822WithoutZone(at: Date, offset: number): string {
  const { year, month, day, weekday, hour, minute, second } = wallClock(at, offset);
  return `${weekdayNames[weekday]}, ${two(day)} ${monthNames[month - 1]} ${year} ${two(hour)}:${two(minute)}:${two(second)}`;
}

const weekdayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

function partsOf(at: Date, timezone: string) {
  const parts = Object.fromEntries(
    formatFor(timezone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = parts;
  return { year, month, day, hour, minute };
}

function formatFor(timezone: string): Intl.DateTimeFormat {
  const known = formats.get(timezone);
  if (known) return known;
  const numeric = 'numeric' as const;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    calendar: 'gregory',
    year: numeric,
    month: numeric,
    day: numeric,
    hour: numeric,
    minute: numeric,
  });
  formats.set(timezone, format);
  return format;
}

function offsetText(offset: number, separator: string): string {
  const size = Math.abs(offset);
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${separator}${two(size % 60)}`;
}

const two = (value: number) => String(value).padStart(2, '0');
