import type { FeedCandidate, FeedWarning } from '@framewatch/contracts';
import type { FeedEntry, ReadFeed } from '../parse/types.ts';
import { isCommentFeed, type PossibleFeed } from './named-feeds.ts';
import type { SiteFacts } from './site-facts.ts';
import { type KnownFeeds, suggestEntry } from './suggest-entry.ts';

const DAY_MS = 86_400_000;
/** A feed whose newest entry is older has probably been left behind. */
const OLD_DAYS = 60;
const MOST_ITEMS = 5;
const FIRST_WORDS = 160;

/** A feed that was read, in what an editor decides by. */
export function describeFeed(
  possible: PossibleFeed,
  feed: ReadFeed,
  { site, known, now }: { site: SiteFacts; known: KnownFeeds; now: Date },
): FeedCandidate {
  const title = feed.title || possible.title;
  const times = feed.entries
    .flatMap((entry) => timeOf(entry) ?? [])
    .filter((time) => time <= now.getTime())
    .sort((a, b) => b - a);
  return {
    url: possible.url,
    title,
    kind: kindOf(feed),
    format: feed.format,
    found: possible.found,
    entries: feed.entries.length,
    entriesPerDay: perDay(feed.entries),
    newestAt: times[0] === undefined ? null : new Date(times[0]).toISOString(),
    items: newestFirst(feed.entries).slice(0, MOST_ITEMS).map(itemOf),
    warnings: warningsOf(possible, feed, times[0], now),
    line: known.lineOf(possible.url),
    entry: suggestEntry(possible, feed, site, known),
  };
}

function kindOf({ format }: ReadFeed): FeedCandidate['kind'] {
  if (format === 'news-sitemap') return 'news-sitemap';
  return format === 'sitemap' || format === 'text-sitemap' ? 'sitemap' : 'feed';
}

function timeOf({ published, updated }: FeedEntry): number | null {
  const date = published ?? updated;
  return date === null ? null : Date.parse(date.instant);
}

/** Feeds are mostly written so; sitemaps and some archives are not. */
function newestFirst(entries: readonly FeedEntry[]): FeedEntry[] {
  return [...entries].sort((a, b) => (timeOf(b) ?? 0) - (timeOf(a) ?? 0));
}

/** Entries a day between the oldest and the newest publication; null where fewer than two say when, or all at once. */
function perDay(entries: readonly FeedEntry[]): number | null {
  const times = entries.flatMap(({ published }) => (published ? [Date.parse(published.instant)] : []));
  const days =
    (times.reduce((a, b) => Math.max(a, b), 0) - times.reduce((a, b) => Math.min(a, b), Infinity)) / DAY_MS;
  if (times.length < 2 || days <= 0) return null;
  const rate = (times.length - 1) / days;
  return rate >= 10 ? Math.round(rate) : Math.round(rate * 10) / 10;
}

function itemOf({ title, url, published, summaryText }: FeedEntry): FeedCandidate['items'][number] {
  const words =
    summaryText.length > FIRST_WORDS ? `${summaryText.slice(0, FIRST_WORDS).trimEnd()}…` : summaryText;
  return { title, url, publishedAt: published?.instant ?? null, firstWords: words };
}

function warningsOf(
  possible: PossibleFeed,
  feed: ReadFeed,
  newest: number | undefined,
  now: Date,
): FeedWarning[] {
  const { entries } = feed;
  const some = entries.length > 0;
  const checks: [FeedWarning, boolean][] = [
    ['no-entries', !some],
    ['truncated', feed.truncated],
    ['no-titles', some && entries.every(({ title }) => title === '')],
    ['no-dates', some && entries.every(({ published }) => published === null)],
    ['old', newest !== undefined && newest < now.getTime() - OLD_DAYS * DAY_MS],
    ['comments', isCommentFeed({ url: possible.url, title: feed.title || possible.title })],
    ['second-reader', feed.reader === 'rss-parser'],
  ];
  return checks.flatMap(([warning, holds]) => (holds ? [warning] : []));
}
