import type { ChannelConfig } from '@framewatch/contracts';
import type { AlertChannel, ChannelMeans } from '../alert-channel.types.ts';
import { cutDigest } from '../cut-digest.ts';
import { type DigestWords, digestWordsOf } from '../digest-text.ts';
import { alertMarkdown, digestFoot, digestItem, escapeMarkdown } from '../markdown.ts';
import { wordsOf } from '../message-text.ts';
import { postAlert } from '../post-alert.ts';
import { requireAddress } from '../set-up-mistake.ts';

/** Mattermost splits a post of more than 16,383 characters; heading and foot take less than the rest. */
const MAX_DIGEST = 14_000;
const MAX_ALERTS = 50;
const MAX_ITEM = 4_000;

/** A Mattermost incoming webhook. */
export function createMattermostChannel(
  config: Extract<ChannelConfig, { kind: 'mattermost' }>,
  means: Required<ChannelMeans>,
): AlertChannel {
  const url = requireAddress(means.secrets, config.urlFromEnv);
  const post = (text: string, signal: AbortSignal) =>
    postAlert(means.outbound, { url, body: JSON.stringify({ text }), signal });
  return {
    kind: 'mattermost',
    send: (message, signal) => post(alertMarkdown(wordsOf(message, means.timeZone)), signal),
    sendDigest: (message, signal) => post(digestMarkdown(digestWordsOf(message, means.timeZone)), signal),
  };
}

function digestMarkdown(whole: DigestWords): string {
  const words = cutDigest(whole, {
    alerts: MAX_ALERTS,
    budget: MAX_DIGEST,
    sizeOf: (alert) => digestItem(alert, MAX_ITEM).length + 1,
    sizeOfRule: (rule) => escapeMarkdown(rule).length + 10,
  });
  const groups = words.groups.map(({ rule, alerts }) =>
    [`##### ${escapeMarkdown(rule)}`, ...alerts.map((alert) => digestItem(alert, MAX_ITEM))].join('\n'),
  );
  const head = `#### ${escapeMarkdown(words.heading)}\n${escapeMarkdown(words.summary)}`;
  return [head, ...groups, digestFoot(words)].filter((part) => part !== '').join('\n\n');
}
