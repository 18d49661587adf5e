import { done, type Outcome, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { sendThroughChannel } from './send-through-channel.ts';

/** No second worker sends while the first may still be at it. */
const HOLD_SECONDS = 120;
/** Pauses after a failed try: a minute, five, a quarter of an hour, an hour, six; then it is given up, visibly. */
const PAUSES_SECONDS = [60, 300, 900, 3_600, 21_600];

/** Sends one alert to one channel: at least once, under a delivery key that never changes. */
export async function deliverAlert(
  context: StageContext,
  { deliveryId }: { deliveryId: string },
): Promise<Outcome> {
  const { store, config, now, log } = context;
  if (!(await store.alerts.claimDelivery(deliveryId, now(), HOLD_SECONDS)))
    return skipped('sent, held or not due');
  const found = await store.alerts.findDelivery(deliveryId);
  if (!found) return skipped('the delivery is gone');
  const { delivery, alert } = found;
  const channel = (await config.alerts()).channels.find(({ id }) => id === delivery.channel_id);
  if (!channel) {
    const error = `There is no channel ${delivery.channel_id} in alerts.yaml any more.`;
    await store.alerts.finishDelivery(deliveryId, { state: 'failed', error, nextTryAt: null }, now());
    return done();
  }
  const sent = await sendThroughChannel(context, channel, alert, delivery);
  switch (sent.kind) {
    case 'sent':
      await store.alerts.finishDelivery(deliveryId, { state: 'sent', error: null, nextTryAt: null }, now());
      return done();
    case 'failed':
      log('warn', `alert not delivered: ${sent.message}`, { deliveryId, channel: channel.id });
      await store.alerts.finishDelivery(
        deliveryId,
        { state: 'failed', error: sent.message, nextTryAt: null },
        now(),
      );
      return done();
    case 'retry': {
      const pause = PAUSES_SECONDS[delivery.attempts - 1];
      const nextTryAt =
        pause === undefined
          ? null
          : new Date(now().getTime() + Math.max(pause, sent.afterSeconds ?? 0) * 1000);
      await store.alerts.finishDelivery(
        deliveryId,
        { state: nextTryAt ? 'waiting' : 'failed', error: sent.message, nextTryAt },
        now(),
      );
      return done();
    }
  }
}
