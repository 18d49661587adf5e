import type { Snooze, SnoozeRequest } from '@framewatch/contracts';
import { invalid, notFound } from '../../http/problem.ts';
import type { ApiContext } from '../../runtime/api-context.ts';
import { readAlerts } from '../../runtime/settings.ts';
import { wakeDeliveries } from './wake-deliveries.ts';

/** Starts a snooze; `by` is the address that asked for it, for the audit. */
export async function startSnooze(
  context: ApiContext,
  request: SnoozeRequest,
  by: string | undefined,
): Promise<Snooze> {
  const { store, now } = context;
  const { rules, channels } = await readAlerts(store);
  const { ruleId, channelId, until } = request;
  const known = (id: string | null, all: readonly { id: string }[]): boolean =>
    id === null || all.some((one) => one.id === id);
  if (!known(ruleId, rules))
    throw invalid([{ field: 'ruleId', message: `There is no rule ${ruleId} in alerts.yaml.` }]);
  if (!known(channelId, channels))
    throw invalid([{ field: 'channelId', message: `There is no channel ${channelId} in alerts.yaml.` }]);
  if (until !== null && new Date(until) <= now())
    throw invalid([{ field: 'until', message: 'It lies in the past: give a later instant.' }]);
  const snooze = await store.snoozes.start(request, now());
  await store.upkeep.audit('alerts snoozed', { ...snooze, by });
  await wakeDeliveries(context);
  return snooze;
}

/** Ends a snooze by hand; what it held goes out together, unless something else holds it. */
export async function endSnooze(context: ApiContext, id: string, by: string | undefined): Promise<void> {
  const { store, now } = context;
  const ended = await store.snoozes.end(id, now());
  if (!ended) throw notFound(`There is no snooze ${id} in force.`);
  await store.upkeep.audit('snooze of alerts ended', { ...ended, by });
  await wakeDeliveries(context);
}
