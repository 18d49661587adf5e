import { createHash } from 'node:crypto';
import { installationKeys } from '@framewatch/alert-channels';
import type { PushKey, pushSubscribeRequestSchema, PushSubscriptionView } from '@framewatch/contracts';
import type { PushSubscriptionRow } from '@framewatch/store';
import type { z } from 'zod';
import { invalid, notFound, ProblemError } from '../http/problem.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import { readAlerts } from '../runtime/settings.ts';

/** More browsers than this on one channel are no newsroom's. */
const MOST_BROWSERS = 500;

/** What a browser needs to subscribe. Throws 503 where the operator's own keys are no pair. */
export async function pushKey({ store, secret, log }: ApiContext): Promise<PushKey> {
  const channels = await webPushChannels(store);
  const keys = await installationKeys(secret, (make) => store.recipients.secret('vapid', make)).catch(
    (error: Error) => {
      log('error', error.message);
      throw new ProblemError(503, error.message);
    },
  );
  return { key: keys.publicKey, channels: channels.map(({ id, name }) => ({ id, name: name ?? id })) };
}

/** Subscribes a browser to a channel, or renews it. */
export async function subscribeBrowser(
  { store }: ApiContext,
  { channel, label, language, subscription }: z.output<typeof pushSubscribeRequestSchema>,
): Promise<PushSubscriptionView> {
  const channels = await webPushChannels(store);
  if (!channels.some(({ id }) => id === channel))
    throw invalid([
      { field: 'channel', message: `alerts.yaml has no channel "${channel}" of the kind web-push.` },
    ]);
  const { endpoint, keys } = subscription;
  const others = (await store.recipients.findBrowsers(channel)).filter((row) => row.endpoint !== endpoint);
  if (others.length >= MOST_BROWSERS)
    throw new ProblemError(409, `The channel has ${MOST_BROWSERS} browsers already: remove some first.`);
  const id = await store.recipients.addBrowser({ channelId: channel, endpoint, ...keys, label, language });
  const row = (await store.recipients.findBrowsers(channel)).find((browser) => browser.id === id);
  if (!row) throw notFound('The browser was removed while it subscribed.');
  return viewOf(row);
}

/** Browsers that receive alerts, oldest first. */
export async function listBrowsers({ store }: ApiContext): Promise<PushSubscriptionView[]> {
  return (await store.recipients.findBrowsers(null)).map(viewOf);
}

async function webPushChannels(store: ApiContext['store']) {
  return (await readAlerts(store)).channels.filter((channel) => channel.kind === 'web-push');
}

function viewOf(row: PushSubscriptionRow): PushSubscriptionView {
  return {
    id: row.id,
    channel: row.channel_id,
    label: row.label,
    language: row.language,
    service: new URL(row.endpoint).hostname,
    fingerprint: createHash('sha256').update(row.endpoint).digest('hex'),
    since: row.created_at.toISOString(),
    lastServedAt: row.served_at?.toISOString() ?? null,
  };
}
