import { type AlertChannel, createChannel } from '@framewatch/alert-channels';
import type { ChannelConfig } from '@framewatch/contracts';
import type { AlertRow } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';
import { digestOf, messageOf, type Wording } from './messages.ts';
import { recipientBookOf } from './recipient-book.ts';
import type { EndedAttempt } from './record-attempts.ts';

/** No second worker sends while the first may still be at it. */
export const HOLD_SECONDS = 120;
/** A message names so many of the later articles; the others are counted. */
const NEWEST_UPDATES = 3;
const NO_UPDATES = { count: 0, latest: [] };
const SEND_TIMEOUT_MS = 60_000;
/** What one message lists for people; the inbox holds the rest. An email has room; programs have no inbox. */
const MOST_LISTED = 20;
const MOST_OF_KIND: Partial<Record<ChannelConfig['kind'], number>> = { email: 100, webhook: 1_000 };

/** A message that was taken for sending; sending ends within a minute. */
export interface Sending {
  id: string;
  send(): Promise<EndedAttempt>;
}

/** Takes what is due on one channel, and sends it. */
export interface Sender {
  next(most: number): Promise<Sending[]>;
  nextBundle(): Promise<Sending | null>;
}

/** One channel as it is set up now. */
export async function openChannel(context: StageContext, config: ChannelConfig): Promise<AlertChannel> {
  const settings = await context.config.settings();
  return createChannel(config, {
    outbound: await context.outbound(),
    secrets: context.secret,
    timeZone: settings.timezone,
    now: context.now,
    recipients: recipientBookOf(context, config.id, settings),
    contact: settings.contact ?? null,
  });
}

export const sendingEnds = (): AbortSignal => AbortSignal.timeout(SEND_TIMEOUT_MS);

/** Opens a channel for all that is due on it. */
export async function openSender(context: StageContext, config: ChannelConfig): Promise<Sender> {
  const { store, now } = context;
  const channel = await openChannel(context, config);
  const { rules } = await context.config.alerts();
  const wording: Wording = {
    channel: config,
    settings: await context.config.settings(),
    isUrgent: (ruleId) => rules.some(({ id, urgent }) => id === ruleId && urgent === true),
    // Only stories go on; thousands of other alerts need not ask.
    updatesOf: async ({ id, on_kind }) =>
      on_kind === 'new-story'
        ? ((await store.ruleMemory.findUpdates([id], NEWEST_UPDATES)).get(id) ?? NO_UPDATES)
        : NO_UPDATES,
    seedsOf: async (beatId) => (await context.models.findActive(beatId))?.seeds,
  };
  const publishedOf = (alerts: readonly AlertRow[]) =>
    store.articleLists.findPublished(alerts.flatMap(({ article_id }) => article_id ?? []));
  const mostListed = MOST_OF_KIND[config.kind] ?? MOST_LISTED;
  return {
    async next(most) {
      const claimed = await store.deliveries.claim(config.id, now(), HOLD_SECONDS, most);
      const published = await publishedOf(claimed.map(({ alert }) => alert));
      return claimed.map(({ delivery, alert }) => ({
        id: delivery.id,
        send: async () => ({
          of: { deliveryId: delivery.id },
          attempts: delivery.attempts,
          outcome: await channel.send(
            await messageOf(alert, delivery.delivery_key, published, wording),
            sendingEnds(),
          ),
        }),
      }));
    },
    async nextBundle() {
      const claimed = await store.deliveries.claimBundle(config.id, now(), HOLD_SECONDS, mostListed);
      if (!claimed) return null;
      const { bundle } = claimed;
      const published = await publishedOf(claimed.alerts);
      return {
        id: bundle.id,
        send: async () => ({
          of: { bundleId: bundle.id },
          attempts: bundle.attempts,
          outcome: await channel.sendDigest(await digestOf(claimed, published, wording), sendingEnds()),
        }),
      };
    },
  };
}
