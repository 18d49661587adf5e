import type { Alert, DeliveryLog, DeliveryLogQuery } from '@framewatch/contracts';
import type { DeliveryView } from '@framewatch/store';
import { invalid } from '../../http/problem.ts';
import type { ApiContext } from '../../runtime/api-context.ts';

/** One delivery as the API tells it. */
export function deliveryViewOf(delivery: DeliveryView): Alert['deliveries'][number] {
  const { channelId, state, attempts, sentAt, error, heldBy, dueAt, together } = delivery;
  return {
    channel: channelId,
    state,
    attempts,
    at: (state === 'sent' ? sentAt : state === 'waiting' ? dueAt : null)?.toISOString() ?? null,
    error,
    heldBy,
    dueAt: dueAt?.toISOString() ?? null,
    together,
  };
}

/** A page of the delivery log, the newest first; the cursor is the id of the last one seen. */
export async function listDeliveries(
  { store }: ApiContext,
  { cursor, limit, ...wanted }: DeliveryLogQuery,
): Promise<DeliveryLog> {
  if (cursor && !/^\d{1,18}$/.test(cursor))
    throw invalid([{ field: 'cursor', message: 'It is not the nextCursor of a page.' }]);
  const found = await store.deliveryLog.findPage({ ...wanted, beforeId: cursor || null, limit: limit + 1 });
  const page = found.slice(0, limit);
  return {
    items: page.map((delivery) => ({
      ...deliveryViewOf(delivery),
      id: delivery.id,
      alertId: delivery.alertId,
      title: delivery.title,
      ruleId: delivery.ruleId,
      ruleName: delivery.ruleName,
      raisedAt: delivery.raisedAt.toISOString(),
      tries: delivery.tries.map((one) => ({ ...one, at: one.at.toISOString() })),
    })),
    nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}
