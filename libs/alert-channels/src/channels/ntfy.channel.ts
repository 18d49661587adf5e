import type { ChannelConfig } from '@framewatch/contracts';
import type { AlertChannel, ChannelMeans } from '../alert-channel.types.ts';
import { plainLines, shorten, wordsOf } from '../message-text.ts';
import { postAlert } from '../post-alert.ts';
import { requireSecret } from '../set-up-mistake.ts';

/** ntfy turns what is over 4,096 bytes into an attachment; a third of that in characters is safe in any script. */
const MAX_MESSAGE = 1_300;

/** A topic on an ntfy server, published as JSON to the server's root. */
export function createNtfyChannel(
  config: Extract<ChannelConfig, { kind: 'ntfy' }>,
  means: Required<ChannelMeans>,
): AlertChannel {
  const token = config.tokenFromEnv === undefined ? null : requireSecret(means.secrets, config.tokenFromEnv);
  const headers = token === null ? {} : { authorization: `Bearer ${token}` };
  return {
    kind: 'ntfy',
    send(message, signal) {
      const words = wordsOf(message, means.timeZone);
      const click = words.dashboardUrl ?? words.url;
      const body = JSON.stringify({
        topic: config.topic,
        title: words.title,
        message: shorten(plainLines(words).join('\n'), MAX_MESSAGE),
        tags: ['newspaper'],
        ...(click === null ? {} : { click }),
        ...(words.url === null
          ? {}
          : { actions: [{ action: 'view', label: 'Read the article', url: words.url }] }),
      });
      return postAlert(means.outbound, { url: config.url, headers, body, signal });
    },
  };
}
