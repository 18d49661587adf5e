import { createHash } from 'node:crypto';
import type { AlertsFile, ChannelConfig, DeliveryPayload, Snooze } from '@framewatch/contracts';
import { capWindow, holdUntil, limitOf } from '@framewatch/delivery-times';
import type { HeldGroup } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';
import { tellTrouble } from './tell-trouble.ts';

/** A channel may be missing from alerts.yaml for so long: a mistake in its entry takes a while to be mended. */
const MISSING_HOURS = 1;

/**
 * What the clock and changed settings do to deliveries: decides anew what is held, lets go what came due, gives up what
 * has no channel any more, and tells of channels in trouble. Gives what wakes the channels that have something to send.
 */
export async function settleHolds(context: StageContext): Promise<DeliveryPayload[]> {
  const alerts = await context.config.alerts();
  await decideAnew(context, alerts);
  await releaseDue(context, alerts);
  await giveUpMissing(context, alerts);
  await tellTrouble(context, alerts);
  return context.store.deliveries.findDue(context.now());
}

/**
 * Held deliveries follow the settings and snoozes in force: where those have changed, each is decided as if it were
 * raised under them, and what would have gone by now goes now.
 */
async function decideAnew(context: StageContext, alerts: AlertsFile): Promise<void> {
  const { store, config, now } = context;
  const { timezone } = await config.settings();
  const inForce = (await store.snoozes.findInForce(now())).map(({ id }) => id);
  const basis = createHash('sha256')
    .update(JSON.stringify([alerts, timezone, inForce]))
    .digest('hex');
  if ((await store.alertChannels.findBasis()) === basis) return;
  const messages = await store.alertChannels.findRuleMessages();
  for (const group of await store.deliveries.findHeldGroups()) {
    const channel = alerts.channels.find(({ id }) => id === group.channelId);
    // What came due is let go; what has no channel waits for it.
    if (!channel || (group.dueAt !== null && group.dueAt <= now())) continue;
    const rule = alerts.rules.find(({ id }) => id === group.ruleId);
    const lastAt = messages.find((m) => m.ruleId === group.ruleId && m.channelId === group.channelId)?.lastAt;
    const snoozes = await store.snoozes.findEndingAfter(group.newestAt);
    const hold = holdUntil({
      at: group.newestAt,
      timeZone: timezone,
      channel,
      rule: { urgent: rule?.urgent ?? false, coolDown: rule?.coolDown ?? null },
      snoozes: snoozes.filter((snooze) => concerns(snooze, group)).map(({ endsAt }) => endsAt),
      lastAt: lastAt ?? null,
      isFull: await isFull(context, channel, timezone),
    });
    const isDue = hold === null || (hold.dueAt !== null && hold.dueAt <= now());
    if (isDue || hold.heldBy !== group.heldBy || hold.dueAt?.getTime() !== group.dueAt?.getTime())
      await store.deliveries.moveHeld(group, isDue ? null : hold, now());
  }
  await store.alertChannels.saveBasis(basis);
}

const concerns = ({ ruleId, channelId }: Pick<Snooze, 'ruleId' | 'channelId'>, group: HeldGroup): boolean =>
  (ruleId === null || ruleId === group.ruleId) && (channelId === null || channelId === group.channelId);

async function isFull({ store, now }: StageContext, channel: ChannelConfig, zone: string): Promise<boolean> {
  const limit = limitOf(channel);
  if (limit === null) return false;
  const used = await store.alertChannels.countUsed(channel.id, capWindow(limit, now(), zone).from);
  return used >= limit.alerts;
}

async function releaseDue({ store, config, now }: StageContext, alerts: AlertsFile): Promise<void> {
  const { timezone } = await config.settings();
  for (const { channelId, dueAt } of await store.deliveries.findHeldDue(now())) {
    const channel = alerts.channels.find(({ id }) => id === channelId);
    if (!channel) continue;
    const limit = limitOf(channel);
    const windowFrom = limit && capWindow(limit, now(), timezone).from;
    await store.deliveries.release(channelId, dueAt, now(), windowFrom);
  }
}

async function giveUpMissing({ store, now, log }: StageContext, { channels }: AlertsFile): Promise<void> {
  const states = await store.alertChannels.findAll();
  const isKnown = (id: string): boolean => channels.some((channel) => channel.id === id);
  for (const { channel_id: id, missing_since } of states)
    if (missing_since !== null && isKnown(id)) await store.alertChannels.save(id, { missing_since: null });
  for (const id of (await store.alertChannels.findBusy()).filter((one) => !isKnown(one))) {
    const since = states.find((state) => state.channel_id === id)?.missing_since ?? now();
    await store.alertChannels.save(id, { missing_since: since });
    if (now().getTime() - since.getTime() < MISSING_HOURS * 3_600_000) continue;
    const error = `There is no channel ${id} in alerts.yaml any more.`;
    const deliveries = await store.deliveries.giveUp(id, error);
    log('warn', `alerts not delivered: ${error}`, { deliveries });
  }
}
