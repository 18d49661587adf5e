import { done, type Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';

/** Polls woken at once; the rest is due still and comes with the next tick, a second later. */
const MOST_AT_ONCE = 200;

/** Wakes every feed whose next check has come, one feed a host first. A feed that waits in the queue is not added twice. */
export async function schedulePolls({ store, now }: StageContext): Promise<Outcome> {
  const due = await store.feeds.findDueForPolling(now(), MOST_AT_ONCE);
  return done({ stage: 'poll-feed', payloads: due.map(({ id }) => ({ feedId: id })) });
}
