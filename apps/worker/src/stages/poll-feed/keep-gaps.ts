import type { StageContext } from '../../runtime/stage-context.ts';
import type { Found, PolledFeed } from './ending.ts';
import type { PollResult } from './plan-next-check.ts';

/** A feed that failed less than this is late, not lost: most feeds hold more than an hour of entries. */
const GAP_AFTER_WEIGHT = 1;
const GAP_AFTER_OFFLINE_MS = 3_600_000;

/**
 * A gap opens when a feed has failed long enough, or suddenly is empty, from its last success on. It heals when the feed comes back with
 * entries that were known already: nothing between can be missing then. Otherwise it stays drawn for ever.
 */
export async function keepGaps(
  context: StageContext,
  feed: PolledFeed,
  result: PollResult,
  weight: number,
  found: Found,
  at: Date,
): Promise<void> {
  const { store } = context;
  const succeeded = result.outcome === 'fetched' || result.outcome === 'unchanged';
  if (!succeeded) {
    if (weight >= GAP_AFTER_WEIGHT || result.outcome === 'gone' || isLongOffline(feed, at))
      await store.feeds.openGap(
        feed.id,
        feed.last_success_at ?? feed.added_at,
        result.message ?? 'not reached',
      );
    return;
  }
  // An answer without entries, from a feed that had some, is no news of "nothing happened".
  if (found.feed?.entries.length === 0 && feed.recent_entry_times.length > 0)
    return store.feeds.openGap(
      feed.id,
      feed.last_success_at ?? feed.added_at,
      'It answers, but without any of its entries.',
    );
  // "Unchanged" says nothing new of a feed that was empty.
  if (result.outcome === 'unchanged' && feed.last_entries === 0 && feed.recent_entry_times.length > 0) return;
  if (!feed.has_open_gap) return;
  // What a hub pushed in the meantime is known too, and proves nothing of the time before it.
  const complete =
    result.outcome === 'unchanged' ||
    (found.known > 0 && (await store.feeds.heldBeforeGap(feed.id, found.guids ?? [])));
  await store.feeds.closeGap(feed.id, at, complete);
}

const isLongOffline = ({ offline_since }: PolledFeed, at: Date): boolean =>
  offline_since !== null && at.getTime() - offline_since.getTime() >= GAP_AFTER_OFFLINE_MS;
