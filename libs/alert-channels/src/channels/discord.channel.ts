import type { ChannelConfig } from '@framewatch/contracts';
import type { AlertChannel, ChannelMeans } from '../alert-channel.types.ts';
import { alertMarkdown } from '../markdown.ts';
import { shorten, wordsOf } from '../message-text.ts';
import { postAlert } from '../post-alert.ts';
import { requireAddress } from '../set-up-mistake.ts';

/** Discord's limit of an embed's description. */
const MAX_DESCRIPTION = 4_096;

/** A Discord webhook: one embed, nobody mentioned. `wait` makes Discord answer once the message stands. */
export function createDiscordChannel(
  config: Extract<ChannelConfig, { kind: 'discord' }>,
  means: Required<ChannelMeans>,
): AlertChannel {
  const address = new URL(requireAddress(means.secrets, config.urlFromEnv));
  address.searchParams.set('wait', 'true');
  return {
    kind: 'discord',
    send(message, signal) {
      const description = shorten(alertMarkdown(wordsOf(message, means.timeZone)), MAX_DESCRIPTION);
      const body = JSON.stringify({
        embeds: [{ description, timestamp: message.raisedAt.toISOString() }],
        allowed_mentions: { parse: [] },
      });
      return postAlert(means.outbound, { url: address.href, body, signal });
    },
  };
}
