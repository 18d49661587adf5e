import type { FeedRow } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';
import type { Ending } from './ending.ts';

/** A permanent move is kept in the audit trail. */
export async function noteMove({ store }: StageContext, feed: FeedRow, ending: Ending): Promise<void> {
  if (ending.kind !== 'fetched' && ending.kind !== 'unchanged') return;
  const { permanentUrl } = ending;
  if (permanentUrl === null || permanentUrl === feed.current_url) return;
  await store.upkeep.audit('feed moved', { feedId: feed.id, from: feed.current_url, to: permanentUrl });
}
