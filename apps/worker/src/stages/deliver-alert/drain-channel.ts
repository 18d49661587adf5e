import { findSetUpMistake } from '@framewatch/alert-channels';
import type { ChannelConfig } from '@framewatch/contracts';
import { capWindow, limitOf, quietUntil } from '@framewatch/delivery-times';
import type { ChannelRow } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';
import { createRecorder } from './record-attempts.ts';
import { HOLD_SECONDS, openSender, type Sender } from './send-through-channel.ts';

/** Messages that one process has on their way over one channel at most. */
const SENDS_AT_ONCE = 8;
/** Deliveries taken in one step; those that cannot be sent are given back. */
const TAKEN_AT_ONCE = 64;

/** Sends all that is due on a channel, unless it is snoozed, quiet, or in a pause after failures. */
export async function drainChannel(context: StageContext, channelId: string): Promise<void> {
  const { channels } = await context.config.alerts();
  // One that is gone may come back, when the mistake in its entry is mended: see settleHolds.
  const channel = channels.find(({ id }) => id === channelId);
  if (!channel) return;
  await holdWhatMustWait(context, channel);
  const state = await context.store.alertChannels.find(channelId);
  if (await isUnusable(context, channel, state)) return;
  const sender = await openSender(context, channel);
  if (state?.next_try_at && !(await probe(context, channel, sender))) return;
  await sendAll(context, channel, sender);
}

/** Snoozes and quiet hours may have begun since a delivery was decided: it waited for a channel that was down. */
async function holdWhatMustWait({ store, config, now }: StageContext, channel: ChannelConfig): Promise<void> {
  const snoozes = await store.snoozes.findInForce(now());
  for (const { ruleId, channelId, until } of snoozes)
    if (channelId === null || channelId === channel.id)
      await store.deliveries.holdDue(
        channel.id,
        { heldBy: 'snooze', until: until === null ? null : new Date(until), ruleId, except: [] },
        now(),
      );
  if (channel.kind === 'in-app' || !channel.quietHours) return;
  const until = quietUntil(channel.quietHours, now(), (await config.settings()).timezone);
  if (until === null) return;
  const except = (await config.alerts()).rules.filter((rule) => rule.urgent).map(({ id }) => id);
  await store.deliveries.holdDue(channel.id, { heldBy: 'quiet-hours', until, ruleId: null, except }, now());
}

/** A channel whose set-up lacks something keeps its deliveries: they are not to blame. */
async function isUnusable(
  { store, outbound, secret, now }: StageContext,
  channel: ChannelConfig,
  state: ChannelRow | null,
): Promise<boolean> {
  const mistake = findSetUpMistake(channel, { outbound: await outbound(), secrets: secret });
  if (mistake !== null)
    await store.alertChannels.save(channel.id, {
      unusable: mistake,
      error: mistake,
      failing_since: state?.failing_since ?? now(),
    });
  else if (state?.unusable)
    await store.alertChannels.save(channel.id, { unusable: null, error: null, failing_since: null });
  return mistake !== null;
}

/** One attempt of all that waits shows whether a channel works again. */
async function probe(context: StageContext, channel: ChannelConfig, sender: Sender): Promise<boolean> {
  const { store, config, now } = context;
  if (!(await store.alertChannels.takeProbe(channel.id, now(), HOLD_SECONDS))) return false;
  const recorder = createRecorder(context, channel.id);
  const attempt = (await sender.nextBundle()) ?? (await sender.next(1))[0];
  if (!attempt) {
    await store.alertChannels.save(channel.id, { probe_until: null });
    return true;
  }
  await recorder.record(await attempt.send());
  if (recorder.isPaused()) return false;
  // What waited meanwhile is no flood: above the cap it comes in one message.
  const limit = limitOf(channel);
  if (limit) {
    const { from } = capWindow(limit, now(), (await config.settings()).timezone);
    const used = await store.alertChannels.countUsed(channel.id, from);
    await store.deliveries.gatherWaiting(channel.id, limit.alerts - used, now());
  }
  return true;
}

async function sendAll(context: StageContext, channel: ChannelConfig, sender: Sender): Promise<void> {
  const recorder = createRecorder(context, channel.id);
  while (!recorder.isPaused()) {
    const bundle = await sender.nextBundle();
    if (!bundle) break;
    await recorder.record(await bundle.send());
  }
  const feed = oneByOne(() => sender.next(TAKEN_AT_ONCE));
  const lane = async (): Promise<void> => {
    while (!recorder.isPaused()) {
      const attempt = await feed.next();
      if (!attempt) return;
      await recorder.take(await attempt.send());
    }
  };
  await Promise.all(Array.from({ length: SENDS_AT_ONCE }, lane));
  await recorder.stored();
  await context.store.deliveries.giveBack(
    feed.left().map(({ id }) => id),
    context.now(),
  );
}

/** Hands out what is fetched in steps, one to each who asks; undefined when there is no more. */
function oneByOne<Item>(fetch: () => Promise<Item[]>) {
  let items: Item[] = [];
  let fetching: Promise<void> | undefined;
  let isOver = false;
  return {
    async next(): Promise<Item | undefined> {
      while (items.length === 0 && !isOver) {
        fetching ??= fetch().then((more) => {
          items = more;
          isOver = more.length === 0;
          fetching = undefined;
        });
        await fetching;
      }
      return items.shift();
    },
    left: (): readonly Item[] => items,
  };
}
