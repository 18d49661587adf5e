import type { Fault } from './faults.ts';
import type { FeedDocument, FeedEntry } from './formats/feed-document.ts';
import { isoWithoutZone, rfc822WithoutZone } from './local-time.ts';
import type { FeedFormat } from './types.ts';

const year = 365 * 86_400_000;

/** Faults of what a feed says, applied before it is written in its format. */
export function faultyDocument(
  feed: FeedDocument,
  fault: Fault,
  format: FeedFormat,
  nonce: number,
): FeedDocument {
  const entries = faultyEntries(feed.entries, fault, format, nonce);
  return entries === feed.entries ? feed : { ...feed, entries };
}

function faultyEntries(entries: FeedEntry[], fault: Fault, format: FeedFormat, nonce: number): FeedEntry[] {
  switch (fault.kind) {
    case 'empty':
      return [];
    case 'duplicates':
      return entries.flatMap((entry) => [entry, tracked(entry)]);
    case 'no-ids':
      return entries.map((entry) => ({ ...entry, id: '' }));
    case 'changing-ids':
      return entries.map((entry) => ({ ...entry, id: `${entry.id}#${nonce}` }));
    case 'relative-urls':
      return entries.map((entry) => ({ ...entry, url: new URL(entry.url).pathname }));
    case 'dates':
      return entries.map((entry) => ({ ...entry, dateText: faultyDate(entry, fault.as, format) }));
    default:
      return entries;
  }
}

function tracked(entry: FeedEntry): FeedEntry {
  const url = `${entry.url}?utm_source=rss&utm_medium=feed&fbclid=Iw${entry.id.length}x`;
  return { ...entry, url, id: `${entry.id}?again` };
}

function faultyDate(
  { published, offsetMinutes }: FeedEntry,
  as: Extract<Fault, { kind: 'dates' }>['as'],
  format: FeedFormat,
): string | null {
  switch (as) {
    case 'wrong':
      return '1970-01-01T00:00:00Z';
    case 'future':
      return new Date(published.getTime() + 3 * year).toISOString();
    case 'zoneless':
      return (format === 'rss2' ? rfc822WithoutZone : isoWithoutZone)(published, offsetMinutes);
    case 'missing':
      return null;
    case 'nonsense':
      return 'Tomorrowday, 99 Brumaire 25:61';
  }
}
