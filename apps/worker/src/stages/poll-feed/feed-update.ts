import type { FeedRow, FeedUpdate } from '@framewatch/store';
import type { Ending, Found } from './ending.ts';
import type { ReadSitemap } from './follow-index.ts';
import { hubOf } from './follow-hub.ts';
import { wishesOf } from './plan-next-check.ts';

/** What a poll changes in the feed's row: validators, where it lives now, how it was read. */
export function updateOf(feed: FeedRow, ending: Ending, found: Found, at: Date): FeedUpdate {
  const sitemaps = found.sitemaps === undefined ? {} : { sitemaps: sitemapsColumn(found.sitemaps) };
  if (ending.kind === 'unchanged')
    return {
      ...afterUnchanged(feed, ending, at),
      ...hubOf(feed, ending, found),
      ...sitemaps,
    };
  if (ending.kind !== 'fetched') return sitemaps;
  const unsure = ending.validatorsLied || (found.feed?.truncated ?? false);
  return {
    ...sitemaps,
    // Asked for whole next time: where 304s cannot be trusted, and where a 304 would hide the rest of what broke off.
    etag: unsure ? null : ending.etag,
    last_modified: unsure ? null : ending.lastModified,
    body_hash: ending.bodyHash,
    not_modified_in_a_row: 0,
    last_whole_at: at,
    truncated: ending.truncated || (found.feed?.truncated ?? false),
    used_reader: found.feed?.reader ?? 'own',
    ...(found.feed ? { wishes: JSON.stringify(wishesOf(found.feed)) } : {}),
    ...(feed.title === null && found.feed?.title ? { title: found.feed.title } : {}),
    ...hubOf(feed, ending, found),
  };
}

/** A feed that was an index and is none any more forgets the sitemaps. */
const sitemapsColumn = (sitemaps: ReadSitemap[]): string | null =>
  sitemaps.length === 0 ? null : JSON.stringify(sitemaps);

function afterUnchanged(feed: FeedRow, ending: Extract<Ending, { kind: 'unchanged' }>, at: Date): FeedUpdate {
  switch (ending.why) {
    case 'not-modified':
      return { not_modified_in_a_row: feed.not_modified_in_a_row + 1 };
    case 'same-bytes':
      return {
        not_modified_in_a_row: 0,
        last_whole_at: at,
        etag: ending.etag,
        last_modified: ending.lastModified,
      };
  }
}
