import type { FeedRow, FeedUpdate, SubscriptionRow } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';
import type { Ending, Found } from './ending.ts';

/**
 * The hub that an answer names and the address to subscribe to: the Link header wins over the document (WebSub, 4).
 * An answer without a body and without the header says nothing new.
 */
export function hubOf(feed: FeedRow, ending: Ending, found: Found): FeedUpdate {
  if (ending.kind !== 'fetched' && ending.kind !== 'unchanged') return {};
  const { hubLinks, finalUrl } = ending;
  if (hubLinks.hub !== null)
    return {
      hub_url: hubLinks.hub,
      topic_url: hubLinks.self ?? found.feed?.selfUrl ?? feed.topic_url ?? finalUrl,
    };
  if (ending.kind === 'unchanged' || !found.feed) return {};
  const { hubUrl, selfUrl } = found.feed;
  return hubUrl === null
    ? { hub_url: null, topic_url: null }
    : { hub_url: hubUrl, topic_url: hubLinks.self ?? selfUrl ?? finalUrl };
}

/** The host of the hub that a feed can rely on now: verified, its lease running, seen to push, and not distrusted. */
export function reliableHub(subscription: SubscriptionRow | null, now: Date): string | null {
  if (subscription?.state !== 'verified' || subscription.distrusted_at !== null) return null;
  const { lease_ends_at, last_push_at, hub } = subscription;
  return lease_ends_at !== null && lease_ends_at > now && last_push_at !== null ? new URL(hub).host : null;
}

/**
 * Notes what a poll found before its hub pushed it. Only what came up since an earlier poll under the same verified
 * subscription counts: before that, the hub had no duty to push it.
 */
export async function noteUnpushed(
  { store }: StageContext,
  feed: FeedRow,
  subscription: SubscriptionRow | null,
  found: Found,
  at: Date,
): Promise<void> {
  if (subscription?.state !== 'verified' || !found.created) return;
  const { verified_since } = subscription;
  if (verified_since === null || feed.last_success_at === null || feed.last_success_at < verified_since)
    return;
  await store.pushes.noteUnpushed(subscription.id, feed.id, found.newIds, found.seenAt ?? at);
}
