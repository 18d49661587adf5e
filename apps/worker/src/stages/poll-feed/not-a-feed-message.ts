import { type FetchedDocument, feedsNamedBy, type NotAFeed } from '@framewatch/feeds';
import type { FeedRow } from '@framewatch/store';

const FILE = 'config/feeds.yaml';
const MOST_NAMED = 3;

/** Why an address gives no feed and how to mend its entry: a web page often names the feed that was meant. */
export function notAFeedMessage(
  fetched: FetchedDocument,
  { reason }: NotAFeed,
  feed: Pick<FeedRow, 'config_line'>,
): string {
  const urls = feedsNamedBy(fetched).map(({ url }) => url);
  if (urls.length === 0) return reason;
  const where = feed.config_line === null ? `in ${FILE}` : `on line ${feed.config_line} of ${FILE}`;
  const [first, ...others] = urls.slice(0, MOST_NAMED);
  return others.length === 0
    ? `${reason} Its feed is ${first}: put that address ${where}.`
    : `${reason} Its feeds are ${[first, ...others].join(', ')}: put one of these addresses ${where}.`;
}
