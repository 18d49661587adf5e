import type { ChannelConfig } from '@framewatch/contracts';
import type { AlertChannel, ChannelMeans } from '../alert-channel.types.ts';
import { digestWordsOf } from '../digest-text.ts';
import { wordsOf } from '../message-text.ts';
import { postAlert } from '../post-alert.ts';
import { requireAddress } from '../set-up-mistake.ts';
import { slackAlert, slackDigest } from './slack-blocks.ts';

/** A Slack incoming webhook, in Block Kit. */
export function createSlackChannel(
  config: Extract<ChannelConfig, { kind: 'slack' }>,
  means: Required<ChannelMeans>,
): AlertChannel {
  const url = requireAddress(means.secrets, config.urlFromEnv);
  const post = (payload: object, signal: AbortSignal) =>
    postAlert(means.outbound, { url, body: JSON.stringify(payload), signal });
  return {
    kind: 'slack',
    send: (message, signal) => post(slackAlert(wordsOf(message, means.timeZone)), signal),
    sendDigest: (message, signal) => post(slackDigest(digestWordsOf(message, means.timeZone)), signal),
  };
}
