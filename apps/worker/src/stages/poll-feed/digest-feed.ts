import { parseFeed } from '@framewatch/feeds';
import { foundEntries } from './found-entries.ts';
import type { FeedBytes, FeedOutcome } from './read-feed.ts';

/** A feed from its bytes, and its entries as rows; their HTML is left behind, since only its words are kept. */
export async function digestFeed({ bytes, options, seenAt }: FeedBytes): Promise<FeedOutcome> {
  const feed = await parseFeed(bytes, options);
  if (feed.kind !== 'feed') return feed;
  const found = foundEntries(feed, seenAt);
  const entries = feed.entries.map((entry) => ({ ...entry, html: '', summaryHtml: '' }));
  return { kind: 'feed', feed: { ...feed, entries }, found };
}
