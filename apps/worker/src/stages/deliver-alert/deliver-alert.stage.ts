import type { DeliveryPayload } from '@framewatch/contracts';
import { done, type Outcome, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { drainChannel } from './drain-channel.ts';
import { sendTest } from './send-test.ts';

/** Channels over which this process sends at the moment; `again` where more came meanwhile. */
const atWork = new WeakMap<StageContext, Map<string, { again: boolean }>>();

/**
 * Wakes a channel: sends all that is due on it, at least once and under keys that never change. One job is enough for
 * many deliveries, and those that come while this process is at it are taken up by it.
 */
export async function deliverAlert(context: StageContext, payload: DeliveryPayload): Promise<Outcome> {
  if ('testId' in payload) return sendTest(context, payload.testId);
  const channelId = await context.store.deliveries.findChannel(payload);
  if (channelId === null) return skipped('the delivery is gone');
  const channels = atWork.get(context) ?? new Map<string, { again: boolean }>();
  atWork.set(context, channels);
  const busy = channels.get(channelId);
  if (busy) {
    busy.again = true;
    return skipped('the channel is being sent over already');
  }
  const mine = { again: true };
  channels.set(channelId, mine);
  try {
    while (mine.again) {
      mine.again = false;
      await drainChannel(context, channelId);
    }
  } finally {
    channels.delete(channelId);
  }
  return done();
}
