import type { ChannelConfig } from '@framewatch/contracts';
import type { AlertChannel, AlertMessage, ChannelMeans, Secrets } from '../alert-channel.types.ts';
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
  return {
    kind: 'webhook',
    send(message, signal) {
      const body = webhookBody(message);
      const timestamp = Math.floor(means.now().getTime() / 1_000);
      const signature = sign?.(message.deliveryKey, timestamp, body);
      const headers = {
        'webhook-id': message.deliveryKey,
        'webhook-timestamp': String(timestamp),
        ...(signature === undefined ? {} : { 'webhook-signature': signature }),
      };
      return postAlert(means.outbound, { url, headers, body, signal });
    },
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

/** The payload; its shape is a promise to receivers, so fields are only ever added. */
function webhookBody(message: AlertMessage): string {
  const { alertId, ruleName, beat, title, outlet, reason, synthetic } = message;
  return JSON.stringify({
    type: 'alert.raised',
    timestamp: message.raisedAt.toISOString(),
    data: {
      alertId,
      rule: ruleName,
      beat,
      title,
      url: webAddress(message.url),
      outlet,
      published: message.published?.toISOString() ?? null,
      reason,
      evidence: message.why.map(({ text, labels }) => ({ text, labels })),
      dashboardUrl: webAddress(message.dashboardUrl),
      synthetic,
    },
  });
}
