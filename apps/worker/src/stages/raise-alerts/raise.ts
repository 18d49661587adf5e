import { capWindow, holdUntil, limitOf } from '@framewatch/delivery-times';
import type { DeliveryPlan, NewAlert, PlanOf, RaisedAlert } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';

/** Stores an alert once and tells whoever looks; gives the deliveries that are to be sent now. What is held is not among them. */
export async function raise(context: StageContext, alert: NewAlert): Promise<string[]> {
  const [raised] = await raiseAll(context, [alert]);
  return raised?.deliveryIds ?? [];
}

/** The same for many in one transaction, in the order given. */
export async function raiseAll(context: StageContext, alerts: readonly NewAlert[]): Promise<RaisedAlert[]> {
  const { store, now } = context;
  if (alerts.length === 0) return [];
  const at = now();
  const raised = await store.alerts.raiseMany(alerts, at, await planDeliveries(context, at));
  await store.events.publishMany(
    raised
      .filter(({ isNew }) => isNew)
      .map(({ alertId }) => ({ kind: 'alert', alertId, at: at.toISOString() })),
  );
  return raised;
}

/** How each channel takes each alert, by the settings in force: at once, or held. */
async function planDeliveries({ config }: StageContext, at: Date): Promise<PlanOf> {
  const [{ channels, rules }, { timezone: timeZone }] = await Promise.all([
    config.alerts(),
    config.settings(),
  ]);
  return (alert, channelId): DeliveryPlan => {
    const channel = channels.find(({ id }) => id === channelId);
    // The inbox is the alert's own row. A channel that the file does not know is looked for when it is sent.
    if (channelId === 'in-app' || channel?.kind === 'in-app')
      return { isInbox: true, window: null, cools: false, decide: () => null };
    if (!channel) return { isInbox: false, window: null, cools: false, decide: () => null };
    const set = rules.find(({ id }) => id === alert.ruleId);
    const rule = { urgent: set?.urgent ?? false, coolDown: set?.coolDown ?? null };
    const limit = limitOf(channel);
    return {
      isInbox: false,
      window: limit && { from: capWindow(limit, at, timeZone).from, most: limit.alerts },
      cools: rule.coolDown !== null && !rule.urgent,
      decide: (facts) => holdUntil({ at, timeZone, channel, rule, ...facts }),
    };
  };
}
