import type { FailedFetch, RateLimited } from '@framewatch/feeds';
import type { FeedRow } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';
import type { Ending } from './ending.ts';

/** Retry-After holds for the whole host; a permanent move is kept in the audit trail. */
export async function obeyHost(
  context: StageContext,
  feed: FeedRow,
  ending: Ending,
  at: Date,
): Promise<void> {
  if (ending.kind === 'failed' || ending.kind === 'rate-limited')
    await blockHost(context, feed.current_url, ending, at);
  if (
    (ending.kind === 'fetched' || ending.kind === 'unchanged') &&
    ending.permanentUrl !== null &&
    ending.permanentUrl !== feed.current_url
  )
    await context.store.upkeep.audit('feed moved', {
      feedId: feed.id,
      from: feed.current_url,
      to: ending.permanentUrl,
    });
}

/** Closes a host for as long as its Retry-After says; for ten minutes where a 429 says nothing. */
export async function blockHost(
  { store }: StageContext,
  url: string,
  refusal: FailedFetch | RateLimited,
  at: Date,
): Promise<void> {
  if (refusal.retryAfterSeconds === null && refusal.kind !== 'rate-limited') return;
  const seconds = Math.min(refusal.retryAfterSeconds ?? 600, 86_400);
  await store.hostGates.block(new URL(url).host, new Date(at.getTime() + seconds * 1000), refusal.message);
}
