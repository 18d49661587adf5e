import { done, type Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';

/** Polls woken at once; the rest is due still and comes with the next tick, a second later. */
const MOST_AT_ONCE = 500;

/**
 * Wakes the feeds that are due and whose host's turn is near, one feed a host first. The others of a host stay in its
 * line, which is the table itself, in the order in which they became due. A feed that waits in the queue is not added twice.
 */
export async function schedulePolls({ store, config, now }: StageContext): Promise<Outcome> {
  const { hosts, gapSeconds, concurrent } = (await config.settings()).politeness;
  const due = await store.feeds.findDueForPolling(now(), MOST_AT_ONCE, {
    usual: { gapSeconds, concurrent },
    hosts,
  });
  return done({ stage: 'poll-feed', payloads: due.map(({ id }) => ({ feedId: id })) });
}
