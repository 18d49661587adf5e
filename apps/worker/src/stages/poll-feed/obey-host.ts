import type { FeedRow } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';
import type { Ending } from './ending.ts';

/** Retry-After holds for the whole host; a permanent move is kept in the audit trail. */
export async function obeyHost(
  { store }: StageContext,
  feed: FeedRow,
  ending: Ending,
  at: Date,
): Promise<void> {
  if (
    (ending.kind === 'failed' || ending.kind === 'rate-limited') &&
    (ending.retryAfterSeconds !== null || ending.kind === 'rate-limited')
  ) {
    const seconds = Math.min(ending.retryAfterSeconds ?? 600, 86_400);
    await store.hostGates.block(
      new URL(feed.current_url).host,
      new Date(at.getTime() + seconds * 1000),
      ending.message,
    );
  }
  if (
    (ending.kind === 'fetched' || ending.kind === 'unchanged') &&
    ending.permanentUrl !== null &&
    ending.permanentUrl !== feed.current_url
  )
    await store.upkeep.audit('feed moved', {
      feedId: feed.id,
      from: feed.current_url,
      to: ending.permanentUrl,
    });
}
