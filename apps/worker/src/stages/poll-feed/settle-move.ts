import type { FeedRow, FeedUpdate } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';
import type { Ending } from './ending.ts';

/** From this weight of failures on, a remembered move is doubted and the address in the file is asked again. */
const MOVE_DOUBTED_FROM = 3;

/**
 * Where the feed lives from now on, with an entry in the audit trail. An address that is another feed's already is not
 * taken over: both would be the same, and the Feeds page says so. A move that leads nowhere is taken back.
 */
export async function settleMove(
  context: StageContext,
  feed: FeedRow,
  ending: Ending,
  errorWeight: number,
): Promise<FeedUpdate> {
  switch (ending.kind) {
    case 'fetched':
    case 'unchanged':
      return afterAnswer(context, feed, ending.permanentUrl);
    case 'failed':
    case 'not-a-feed':
      return errorWeight >= MOVE_DOUBTED_FROM && feed.current_url !== feed.url ? moveBack(context, feed) : {};
    case 'gone':
    case 'rate-limited':
      return {};
  }
}

async function afterAnswer({ store }: StageContext, feed: FeedRow, to: string | null): Promise<FeedUpdate> {
  if (to === null || to === feed.current_url) return { same_as: null };
  const other = await store.feeds.findByAddress(to, feed.id);
  if (other === null) {
    await store.upkeep.audit('feed moved', { feedId: feed.id, from: feed.current_url, to });
    return { current_url: to, same_as: null };
  }
  if (feed.same_as !== other.url)
    await store.upkeep.audit('feed leads to another feed', { feedId: feed.id, to, otherFeedId: other.id });
  return { same_as: other.url };
}

async function moveBack({ store }: StageContext, feed: FeedRow): Promise<FeedUpdate> {
  await store.upkeep.audit('feed moved back', { feedId: feed.id, from: feed.current_url, to: feed.url });
  return { current_url: feed.url, etag: null, last_modified: null };
}
