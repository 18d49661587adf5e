import { isPlausible } from '@framewatch/dates';
import type { FeedEntry } from '@framewatch/feeds';

/** When a page was published, as far as its sitemap and its address tell. */
export interface PageTime {
  instant: string;
  offsetMinutes: number | null;
  /** `published`: said so; `address`: a day in its address; `changed`: it was published then or before. */
  from: 'published' | 'address' | 'changed';
}

/** `/2025/03/14/`, `/2025-03-14-…`, `/20250314…`; a year and a month alone name the month's first day. */
const DAY_IN_PATH = /\/((?:19|20)\d{2})([/-]?)(0[1-9]|1[0-2])(?:\2(0[1-9]|[12]\d|3[01]))(?!\d)/;
const MONTH_IN_PATH = /\/((?:19|20)\d{2})[/-](0[1-9]|1[0-2])(?:\/|$)/;

/** The best that is known: a stated date, then one in the address, then the last change. Null where nothing is said. */
export function pageTime(
  entry: Pick<FeedEntry, 'url' | 'published' | 'updated'>,
  now: Date,
): PageTime | null {
  const seen = now.toISOString();
  if (entry.published && isPlausible(entry.published.instant, seen))
    return {
      instant: entry.published.instant,
      offsetMinutes: entry.published.offsetMinutes,
      from: 'published',
    };
  const inAddress = dateInAddress(entry.url ?? '');
  if (inAddress !== null && isPlausible(inAddress, seen))
    return { instant: inAddress, offsetMinutes: null, from: 'address' };
  if (entry.updated && isPlausible(entry.updated.instant, seen))
    return { instant: entry.updated.instant, offsetMinutes: entry.updated.offsetMinutes, from: 'changed' };
  return null;
}

function dateInAddress(url: string): string | null {
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const [, year, , month, day] = DAY_IN_PATH.exec(path) ?? [];
  const [, monthYear, monthAlone] = MONTH_IN_PATH.exec(path) ?? [];
  const written = day ? `${year}-${month}-${day}` : monthYear ? `${monthYear}-${monthAlone}-01` : null;
  const at = new Date(`${written}T00:00:00Z`);
  return written === null || Number.isNaN(at.getTime()) ? null : at.toISOString();
}

export interface Period {
  since: Date;
  until: Date | null;
}

const DAY_MS = 86_400_000;

/** Whether a page of this time is wanted. A day without a clock may be one day off in its own zone. */
export function isWithin({ instant, from }: PageTime, { since, until }: Period): boolean {
  const slack = from === 'address' ? DAY_MS : 0;
  const at = Date.parse(instant);
  // What changed after the end may have been published before it, but far more often was not.
  return at >= since.getTime() - slack && (until === null || at < until.getTime() + slack);
}

/** Whether a sitemap that is called by a year and a month, or by a year, can hold pages of the period. */
export function mayHold(url: string, { since, until }: Period): boolean {
  const { pathname, search } = new URL(url);
  const [, year, month] =
    /(?<!\d)((?:19|20)\d{2})(?:[-_/]?(0[1-9]|1[0-2]))?(?!\d)/.exec(pathname + search) ?? [];
  if (year === undefined) return true;
  const first = Date.UTC(Number(year), month ? Number(month) - 1 : 0, 1);
  const end = month ? Date.UTC(Number(year), Number(month), 1) : Date.UTC(Number(year) + 1, 0, 1);
  return end + DAY_MS > since.getTime() && (until === null || first - DAY_MS < until.getTime());
}
