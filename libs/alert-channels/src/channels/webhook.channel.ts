import type { ChannelConfig } from '@framewatch/contracts';
import type {
  AlertChannel,
  AlertMessage,
  ChannelMeans,
  DigestMessage,
  Secrets,
} from '../alert-channel.types.ts';
import { webAddress } from '../message-text.ts';
import { postAlert } from '../post-alert.ts';
import { requireAddress, requireSecret, SetUpMistake } from '../set-up-mistake.ts';
import { createWebhookSigner, type SignWebhook } from '../sign-webhook.ts';

type WebhookConfig = Extract<ChannelConfig, { kind: 'webhook' }>;

/**
 * A generic webhook by the Standard Webhooks specification. `webhook-id` is the delivery key: the same at every
 * attempt, as is the body; `webhook-timestamp` is the attempt's, so that a receiver can refuse a replay.
 */
export function createWebhookChannel(config: WebhookConfig, means: Required<ChannelMeans>): AlertChannel {
  const url = addressOf(config, means.secrets);
  const sign = signerOf(config, means.secrets);
  const post = (id: string, body: string, signal: AbortSignal) => {
    const timestamp = Math.floor(means.now().getTime() / 1_000);
    const signature = sign?.(id, timestamp, body);
    const headers = {
      'webhook-id': id,
      'webhook-timestamp': String(timestamp),
      ...(signature === undefined ? {} : { 'webhook-signature': signature }),
    };
    return postAlert(means.outbound, { url, headers, body, signal });
  };
  return {
    kind: 'webhook',
    send: (message, signal) => post(message.deliveryKey, alertBody(message), signal),
    sendDigest: (message, signal) => post(message.deliveryKey, digestBody(message), signal),
  };
}

function addressOf(config: WebhookConfig, secrets: Secrets): string {
  if (config.urlFromEnv !== undefined) return requireAddress(secrets, config.urlFromEnv);
  if (config.url !== undefined) return config.url;
  throw new SetUpMistake('This webhook has neither url nor urlFromEnv.');
}

function signerOf(config: WebhookConfig, secrets: Secrets): SignWebhook | null {
  if (config.secretFromEnv === undefined) return null;
  return createWebhookSigner(requireSecret(secrets, config.secretFromEnv), config.secretFromEnv);
}

/** The payload; its shape is a promise to receivers (docs/webhooks.md), so fields are only ever added. */
function alertBody(message: AlertMessage): string {
  return JSON.stringify({
    type: 'alert.raised',
    timestamp: message.raisedAt.toISOString(),
    data: alertData(message),
  });
}

/** Several alerts in one message, all of them: a program has no limit of reading. */
function digestBody(message: DigestMessage): string {
  return JSON.stringify({
    type: 'alerts.digest',
    timestamp: message.until.toISOString(),
    data: {
      heading: message.heading,
      from: message.from?.toISOString() ?? null,
      until: message.until.toISOString(),
      alerts: message.alerts.map((alert) => ({ ...alertData(alert), raised: alert.raisedAt.toISOString() })),
      more: message.more,
      dashboardUrl: webAddress(message.dashboardUrl),
      synthetic: message.synthetic,
    },
  });
}

function alertData(message: AlertMessage) {
  const { alertId, ruleId, ruleName, beat, title, outlet, reason, synthetic, updates } = message;
  return {
    alertId,
    ruleId,
    rule: ruleName,
    beat,
    title,
    url: webAddress(message.url),
    outlet,
    published: message.published?.toISOString() ?? null,
    reason,
    evidence: message.why.map(({ text, labels }) => ({ text, labels })),
    updates: {
      count: updates?.count ?? 0,
      latest: (updates?.latest ?? []).map((update) => ({
        title: update.title,
        outlet: update.outlet,
        url: webAddress(update.url),
      })),
    },
    urgent: message.urgent ?? false,
    dashboardUrl: webAddress(message.dashboardUrl),
    synthetic,
  };
}
