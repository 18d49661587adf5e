import type { ChannelConfig } from '@framewatch/contracts';
import type { AlertChannel, AlertMessage, ChannelMeans } from '../alert-channel.types.ts';
import { cutDigest } from '../cut-digest.ts';
import { andMore, type DigestWords, digestWordsOf } from '../digest-text.ts';
import { type AlertWords, joined, plainLines, shorten, wordsOf } from '../message-text.ts';
import { postAlert } from '../post-alert.ts';
import { requireSecret } from '../set-up-mistake.ts';

/** ntfy turns what is over 4,096 bytes into an attachment; a third of that in characters is safe in any script. */
const MAX_MESSAGE = 1_300;
const MAX_ALERTS = 15;
/** ntfy's priorities go from 1 to 5; 4 rings longer. */
const USUAL = 3;
const URGENT = 4;

/** A topic on an ntfy server, published as JSON to the server's root. */
export function createNtfyChannel(
  config: Extract<ChannelConfig, { kind: 'ntfy' }>,
  means: Required<ChannelMeans>,
): AlertChannel {
  const token = config.tokenFromEnv === undefined ? null : requireSecret(means.secrets, config.tokenFromEnv);
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  const post = (message: object, signal: AbortSignal) => {
    const body = JSON.stringify({ topic: config.topic, ...message });
    return postAlert(means.outbound, { url: config.url, headers, body, signal });
  };
  return {
    kind: 'ntfy',
    send: (message, signal) => post(ntfyAlert(message, means.timeZone), signal),
    sendDigest: (message, signal) => post(ntfyDigest(digestWordsOf(message, means.timeZone)), signal),
  };
}

function ntfyAlert(message: AlertMessage, timeZone: string) {
  const words = wordsOf(message, timeZone);
  return {
    title: words.title,
    message: shorten(plainLines(words).join('\n'), MAX_MESSAGE),
    tags: ['newspaper'],
    priority: message.urgent ? URGENT : USUAL,
    ...clickOn(words.dashboardUrl ?? words.url),
    ...(words.url === null
      ? {}
      : { actions: [{ action: 'view', label: 'Read the article', url: words.url }] }),
  };
}

function ntfyDigest(whole: DigestWords) {
  const words = cutDigest(whole, {
    alerts: MAX_ALERTS,
    budget: MAX_MESSAGE - 100,
    sizeOf: (alert) => digestLine(alert).length + 1,
    sizeOfRule: (rule) => rule.length + 1,
  });
  const lines = words.groups.flatMap(({ rule, alerts }) => [rule, ...alerts.map(digestLine)]);
  return {
    title: words.subject,
    message: [...lines, andMore(words.more)].filter((line) => line !== '').join('\n'),
    tags: ['newspaper'],
    priority: USUAL,
    ...clickOn(words.dashboardUrl),
  };
}

const digestLine = ({ title, source }: AlertWords): string => `• ${joined([title, source])}`;

const clickOn = (url: string | null) => (url === null ? {} : { click: url });
