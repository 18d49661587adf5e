import type { ChannelConfig } from '@framewatch/contracts';
import type { AlertChannel, ChannelMeans } from '../alert-channel.types.ts';
import { alertMarkdown } from '../markdown.ts';
import { wordsOf } from '../message-text.ts';
import { postAlert } from '../post-alert.ts';
import { requireAddress } from '../set-up-mistake.ts';

/** A Mattermost incoming webhook. */
export function createMattermostChannel(
  config: Extract<ChannelConfig, { kind: 'mattermost' }>,
  means: Required<ChannelMeans>,
): AlertChannel {
  const url = requireAddress(means.secrets, config.urlFromEnv);
  return {
    kind: 'mattermost',
    send(message, signal) {
      const body = JSON.stringify({ text: alertMarkdown(wordsOf(message, means.timeZone)) });
      return postAlert(means.outbound, { url, body, signal });
    },
  };
}
