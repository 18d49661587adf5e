import type { WrittenDate } from '@framewatch/dates';

/** What a feed's bytes turned out to be. */
export type ParsedFeed = ReadFeed | SitemapIndex | NotAFeed;

export interface NotAFeed {
  kind: 'not-a-feed';
  /** One sentence for the person who entered the address. */
  reason: string;
}

/** A sitemap that lists sitemaps: what it names has to be asked for. */
export interface SitemapIndex {
  kind: 'sitemap-index';
  sitemaps: SitemapLink[];
  truncated: boolean;
  notes: string[];
}

export interface SitemapLink {
  /** Absolute, http or https. */
  url: string;
  modified: WrittenDate | null;
}

/**
 * `news-sitemap` states title and date of publication; `sitemap` only addresses and when each page changed;
 * `text-sitemap` only addresses.
 */
export type FeedFormat =
  | 'rss2.0'
  | 'rss1.0'
  | 'rss0.9'
  | 'atom1.0'
  | 'atom0.3'
  | 'cdf'
  | 'json'
  | 'news-sitemap'
  | 'sitemap'
  | 'text-sitemap';
export type FeedReader = 'own' | 'rss-parser';

export interface ReadFeed extends FeedFacts {
  kind: 'feed';
  format: FeedFormat;
  /** Which reader the entries are from: the second one is asked where the first finds none, or on request. */
  reader: FeedReader;
  /** The document broke off or was longer than the limits: the entries are those that are whole. */
  truncated: boolean;
  entries: FeedEntry[];
  /** What an editor should know about how the feed was read, in sentences. */
  notes: string[];
}

/** What a feed says about itself. */
export interface FeedFacts {
  title: string;
  homeUrl: string | null;
  selfUrl: string | null;
  /** The WebSub hub that the feed names. */
  hubUrl: string | null;
  language: string | null;
  ttlMinutes: number | null;
  /** Hours of the day in UTC, 0 to 23, in which the feed asks not to be read. */
  skipHours: number[];
  /** Days of the week in UTC, 0 for Sunday to 6, on which the feed asks not to be read. */
  skipDays: number[];
  updatePeriodMinutes: number | null;
}

export interface FeedEntry {
  id: string;
  /** True where the feed gives no id: it is made from the link or the words then, and a change makes a new entry. */
  idIsFallback: boolean;
  /** Plain text; empty where there is none, as in a plain sitemap. */
  title: string;
  /** Absolute, http or https. */
  url: string | null;
  /** When it was published, or updated where that is all the feed says. */
  published: WrittenDate | null;
  updated: WrittenDate | null;
  authors: string[];
  categories: string[];
  /** The fullest text there is, sanitised, its links absolute. */
  html: string;
  summaryHtml: string;
  /** Plain text, at most 500 characters. */
  summaryText: string;
  enclosures: Enclosure[];
  language: string | null;
}

export interface Enclosure {
  url: string;
  type: string | null;
  bytes: number | null;
}

export interface ParseOptions {
  /** Where the feed was read from, after redirects: relative links start here. */
  url: string;
  contentType?: string | undefined;
  /** Ask the second reader even though the first finds entries. */
  reader?: FeedReader | undefined;
  /** Of a sitemap: what changed lately, as a feed would have it (the default), or every address, for a walk through history. */
  pages?: SitemapPages | undefined;
}

export type SitemapPages = 'recent' | 'all';
