import type { FeedFetch, ReadFeed } from '@framewatch/feeds';
import type { ReadSitemap } from './follow-index.ts';
import type { FeedRow } from '@framewatch/store';
import type { PollResult } from './plan-next-check.ts';

/** How asking for a feed ended: what the fetch says, and one more that only reading the bytes can tell. */
export type Ending =
  | FeedFetch
  | (Omit<Extract<FeedFetch, { kind: 'fetched' }>, 'kind'> & { kind: 'not-a-feed'; message: string });

/** A feed as the poll found it. */
export type PolledFeed = FeedRow & { has_open_gap: boolean };

/** What a poll brought in. */
export interface Found {
  newIds: string[];
  created?: number;
  /** Entries that were seen before: they prove that nothing between then and now is missing. */
  known: number;
  feed: ReadFeed | null;
  /** Of a sitemap index: the sitemaps that were read, to be asked for conditionally next time; empty for what is no index. */
  sitemaps?: ReadSitemap[];
  /** When the entries were stored: sightings made then are this poll's own. */
  seenAt?: Date;
  /** Ids of the entries in the answer. */
  guids?: string[];
}

/** The ending in the words of the schedule: how it went, its failure's kind, and what the server wished. */
export function resultOf(ending: Ending): PollResult {
  switch (ending.kind) {
    case 'fetched':
      return {
        outcome: 'fetched',
        failure: null,
        status: ending.status,
        message: null,
        retryAfterSeconds: ending.retryAfterSeconds,
        cacheMaxAgeSeconds: ending.cacheMaxAgeSeconds,
      };
    case 'unchanged':
      return {
        outcome: 'unchanged',
        failure: null,
        status: ending.status,
        message: null,
        retryAfterSeconds: ending.retryAfterSeconds,
        cacheMaxAgeSeconds: ending.cacheMaxAgeSeconds,
      };
    case 'not-a-feed':
      return {
        outcome: 'failed',
        failure: 'not-a-feed',
        status: ending.status,
        message: ending.message,
        retryAfterSeconds: null,
        cacheMaxAgeSeconds: null,
      };
    case 'failed':
      return {
        outcome: 'failed',
        failure: ending.failure,
        status: ending.status,
        message: ending.message,
        retryAfterSeconds: ending.retryAfterSeconds,
        cacheMaxAgeSeconds: null,
      };
    case 'gone':
      return {
        outcome: 'gone',
        failure: null,
        status: ending.status,
        message: ending.message,
        retryAfterSeconds: null,
        cacheMaxAgeSeconds: null,
      };
    case 'rate-limited':
      return {
        outcome: 'rate-limited',
        failure: null,
        status: ending.status,
        message: ending.message,
        retryAfterSeconds: ending.retryAfterSeconds,
        cacheMaxAgeSeconds: null,
      };
  }
}
