export { findFeeds } from './discovery/find-feeds.ts';
export { createVisit } from './discovery/create-visit.ts';
export type { KnownFeeds } from './discovery/suggest-entry.ts';

export * from './fetch/index.ts';
export { parseFeed } from './parse/parse-feed.ts';
export type {
  Enclosure,
  FeedEntry,
  FeedFacts,
  FeedFormat,
  FeedReader,
  NotAFeed,
  ParsedFeed,
  ParseOptions,
  ReadFeed,
  SitemapIndex,
  SitemapLink,
} from './parse/types.ts';
export { nextCheck } from './next-check/next-check.ts';
export type { CheckFailure, FeedWishes, NextCheck, NextCheckInput } from './next-check/next-check.types.ts';
export { chooseSitemaps, looksLikeNews } from './sitemaps/choose-sitemaps.ts';
