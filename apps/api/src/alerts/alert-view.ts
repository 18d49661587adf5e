import type { Alert, AlertFilter, AlertPage } from '@framewatch/contracts';
import type { AlertRow, DeliveryView } from '@framewatch/store';
import { invalid } from '../http/problem.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import { deliveryViewOf } from './delivery/delivery-view.ts';

/** A page of alerts, the newest first; the cursor is the id of the last one seen. */
export async function listAlerts(
  { store }: ApiContext,
  { limit, cursor, rule, kind, unread }: { limit: number; cursor?: string | undefined } & AlertFilter,
): Promise<AlertPage> {
  if (cursor && !/^\d{1,19}$/.test(cursor))
    throw invalid([{ field: 'cursor', message: 'It is not the nextCursor of a page.' }]);
  const only = { rule, kind, unread: unread !== undefined };
  const [found, counts] = await Promise.all([
    store.health.findAlerts(limit + 1, cursor || null, only),
    store.health.countAlerts(only),
  ]);
  const page = found.slice(0, limit);
  const ids = page.map(({ id }) => id);
  const [deliveries, updates] = await Promise.all([
    store.deliveryLog.findOf(ids),
    store.ruleMemory.findUpdates(ids, NEWEST_UPDATES),
  ]);
  return {
    items: page.map((alert) =>
      viewOf(
        alert,
        deliveries.filter(({ alertId }) => alertId === alert.id),
        updates.get(alert.id),
      ),
    ),
    ...counts,
    nextCursor: found.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

const NEWEST_UPDATES = 3;

function viewOf(
  alert: AlertRow,
  deliveries: readonly DeliveryView[],
  updates: Alert['updates'] = { count: 0, latest: [] },
): Alert {
  return {
    id: alert.id,
    ruleId: alert.rule_id,
    ruleName: alert.rule_name,
    on: alert.on_kind as Alert['on'],
    beat: alert.beat_id,
    title: alert.title,
    raisedAt: alert.raised_at.toISOString(),
    articleId: alert.article_id,
    url: alert.url,
    outlet: alert.outlet,
    labels: alert.labels,
    why: alert.why,
    ...(alert.why_parts === null ? {} : { whyParts: alert.why_parts }),
    quotes: alert.quotes,
    read: alert.read_at !== null,
    deliveries: deliveries.map(deliveryViewOf),
    updates,
    synthetic: alert.synthetic,
  };
}
