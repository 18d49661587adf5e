import type { ChannelConfig, ChannelView, Snooze } from '@framewatch/contracts';
import { nextDigest, quietUntil } from '@framewatch/delivery-times';
import type { ChannelRow } from '@framewatch/store';
import type { ApiContext } from '../../runtime/api-context.ts';
import { readAlerts, readSettings } from '../../runtime/settings.ts';
import { calmWords } from './calm-words.ts';

/** Every channel of alerts.yaml: how it is, what keeps it calm and what waits. Nothing of its addresses or secrets. */
export async function listChannels({ store, now }: ApiContext): Promise<ChannelView[]> {
  const [{ channels, rules }, { timezone }, rows, counts, snoozes, browsers] = await Promise.all([
    readAlerts(store),
    readSettings(store),
    store.alertChannels.findAll(),
    store.alertChannels.countDeliveries(),
    store.snoozes.findInForce(now()),
    store.recipients.countBrowsers(),
  ]);
  return Promise.all(
    channels.map(async (channel) => {
      const row = rows.find((one) => one.channel_id === channel.id);
      const isUsed = rules.some((rule) => rule.enabled && rule.channels.includes(channel.id));
      return {
        id: channel.id,
        name: channel.name ?? channel.id,
        kind: channel.kind,
        state: stateOf(channel, row, isUsed),
        since: row?.failing_since?.toISOString() ?? null,
        error: row?.failing_since ? row.error : null,
        lastSentAt: row?.last_sent_at?.toISOString() ?? null,
        nextTryAt: row?.failing_since ? (row.next_try_at?.toISOString() ?? null) : null,
        ...calmOf(channel, now(), timezone),
        ...(counts.get(channel.id) ?? { held: 0, waiting: 0 }),
        snoozedUntil: snoozedUntil(snoozes, channel.id),
        recipients: await recipientsOf(store, channel, browsers),
      };
    }),
  );
}

function stateOf(channel: ChannelConfig, row: ChannelRow | undefined, isUsed: boolean): ChannelView['state'] {
  if (row?.unusable) return 'unusable';
  if (row?.failing_since) return 'failing';
  return isUsed || channel.kind === 'in-app' ? 'ok' : 'unused';
}

function calmOf(
  channel: ChannelConfig,
  now: Date,
  timeZone: string,
): Pick<ChannelView, 'calm' | 'quietNow' | 'nextDigestAt'> {
  if (channel.kind === 'in-app') return { calm: [], quietNow: false, nextDigestAt: null };
  const { digest, quietHours } = channel;
  return {
    calm: calmWords(channel, timeZone),
    quietNow: quietHours !== undefined && quietUntil(quietHours, now, timeZone) !== null,
    nextDigestAt: digest ? nextDigest(digest, now, timeZone).toISOString() : null,
  };
}

/** Of a snooze that is ended by hand there is no instant: `/api/alert-snoozes` tells it. */
const snoozedUntil = (snoozes: readonly Snooze[], id: string): string | null =>
  snoozes.find(({ ruleId, channelId }) => ruleId === null && (channelId === null || channelId === id))
    ?.until ?? null;

async function recipientsOf(
  store: ApiContext['store'],
  channel: ChannelConfig,
  browsers: Record<string, number>,
): Promise<number | null> {
  if (channel.kind === 'web-push') return browsers[channel.id] ?? 0;
  if (channel.kind !== 'email') return null;
  const left = (await store.recipients.findUnsubscribed(channel.id)).filter(({ ruleId }) => ruleId === null);
  return channel.to.filter((address) => !left.some(({ recipient }) => recipient === address.toLowerCase()))
    .length;
}
