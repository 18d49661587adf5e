import { createHash } from 'node:crypto';
import { isPlausible } from '@framewatch/dates';
import { canonicalKey } from '@framewatch/dedup';
import type { FeedEntry, FeedFormat, ReadFeed } from '@framewatch/feeds';
import type { FoundEntry } from '@framewatch/store';
import { plainText } from '../../runtime/plain-text.ts';

/** Formats that state addresses only: the page itself gives the headline when it is read. */
const WITHOUT_TITLES: ReadonlySet<FeedFormat> = new Set(['news-sitemap', 'sitemap', 'text-sitemap']);
/** Shorter than this, a feed's content is a summary, whatever element it stands in. */
const WHOLE_TEXT_LETTERS = 1_200;

/**
 * Turns a feed's entries into rows to be stored. Entries without an address or a headline cannot become articles; of
 * several with one address the first stands; an id that several articles carry says nothing, so the address takes its place.
 */
export function foundEntries(feed: ReadFeed, seenAt: Date): FoundEntry[] {
  const byAddress = new Map<string, FoundEntry>();
  for (const entry of feed.entries) {
    const found = foundEntry(entry, seenAt, WITHOUT_TITLES.has(feed.format));
    if (found && !byAddress.has(found.canonicalKey)) byAddress.set(found.canonicalKey, found);
  }
  const entries = [...byAddress.values()];
  const carriers = countBy(entries.map(({ guid }) => guid));
  return entries.map((entry) =>
    (carriers.get(entry.guid) ?? 0) > 1 ? { ...entry, guid: entry.canonicalKey } : entry,
  );
}

function countBy(values: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function foundEntry(entry: FeedEntry, seenAt: Date, byAddress: boolean): FoundEntry | null {
  if (entry.url === null) return null;
  const content = plainText(entry.html);
  const summary = entry.summaryText;
  const feedText = content.length >= summary.length ? content : summary;
  const title = entry.title.trim() || firstWords(feedText) || (byAddress ? entry.url : '');
  if (title === '') return null;
  return {
    guid: entry.id,
    entryHash: hashOf(`${title}\n${feedText}`),
    canonicalKey: canonicalKey(entry.url),
    url: entry.url,
    title,
    authors: entry.authors,
    ...timeOfEntry(entry, seenAt),
    feedText: feedText === '' ? null : feedText,
    feedTextIsWhole: content.length >= WHOLE_TEXT_LETTERS,
  };
}

/**
 * What only says when it last changed was published then or before, so it counts at the earlier of change and first sight,
 * flagged, until its page tells better. Lists of addresses alone come so: a feed's entry has its date of update as published.
 */
function timeOfEntry({ published, updated }: FeedEntry, seenAt: Date) {
  const time = statedTime(published, seenAt);
  if (published !== null || updated === null) return time;
  return { ...time, countedAt: statedTime(updated, seenAt).countedAt };
}

/** A chart counts an article at its published time if that is plausible, otherwise when it was first seen, flagged as such. */
export function statedTime(written: { instant: string; offsetMinutes: number | null } | null, seenAt: Date) {
  const seen = seenAt.toISOString();
  const believed = written !== null && isPlausible(written.instant, seen);
  return {
    statedAt: written?.instant ?? null,
    offsetMinutes: written?.offsetMinutes ?? null,
    // A zoneless date may run ahead of now; no chart may count an article in the future.
    countedAt: believed ? earlier(written.instant, seen) : seen,
    dateIsStated: believed,
  };
}

export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);

const earlier = (a: string, b: string): string => (Date.parse(a) < Date.parse(b) ? a : b);
const firstWords = (text: string): string => text.split(/\s+/).slice(0, 12).join(' ').slice(0, 120);
