import type { ChannelConfig } from '@framewatch/contracts';
import type { AlertChannel, ChannelMeans } from '../alert-channel.types.ts';
import { cutDigest } from '../cut-digest.ts';
import { type DigestWords, digestWordsOf } from '../digest-text.ts';
import { alertMarkdown, digestFoot, digestItem, escapeMarkdown } from '../markdown.ts';
import { shorten, wordsOf } from '../message-text.ts';
import { postAlert } from '../post-alert.ts';
import { requireAddress } from '../set-up-mistake.ts';

/** Discord's limit of an embed's description; with title and footer, all stays below its 6,000 of a message. */
const MAX_DESCRIPTION = 4_096;
/** One embed holds all, so Discord's limit of ten is never near. A longer address than usual takes the most. */
const MAX_ITEM = 2_000;
/** The foot, which may hold a long address, stands in the same description. */
const MAX_DIGEST_BODY = MAX_DESCRIPTION - 1_700;
const MAX_ALERTS = 20;

/** A Discord webhook: one embed, nobody mentioned. `wait` makes Discord answer once the message stands. */
export function createDiscordChannel(
  config: Extract<ChannelConfig, { kind: 'discord' }>,
  means: Required<ChannelMeans>,
): AlertChannel {
  const address = new URL(requireAddress(means.secrets, config.urlFromEnv));
  address.searchParams.set('wait', 'true');
  const post = (embed: object, signal: AbortSignal) => {
    const body = JSON.stringify({ embeds: [embed], allowed_mentions: { parse: [] } });
    return postAlert(means.outbound, { url: address.href, body, signal });
  };
  return {
    kind: 'discord',
    send(message, signal) {
      const description = shorten(alertMarkdown(wordsOf(message, means.timeZone)), MAX_DESCRIPTION);
      return post({ description, timestamp: message.raisedAt.toISOString() }, signal);
    },
    sendDigest(message, signal) {
      const embed = digestEmbed(digestWordsOf(message, means.timeZone));
      return post({ ...embed, timestamp: message.until.toISOString() }, signal);
    },
  };
}

function digestEmbed(whole: DigestWords) {
  const words = cutDigest(whole, {
    alerts: MAX_ALERTS,
    budget: MAX_DIGEST_BODY,
    sizeOf: (alert) => digestItem(alert, MAX_ITEM).length + 1,
    sizeOfRule: (rule) => escapeMarkdown(rule).length + 8,
  });
  const groups = words.groups.map(({ rule, alerts }) =>
    [`**${escapeMarkdown(rule)}**`, ...alerts.map((alert) => digestItem(alert, MAX_ITEM))].join('\n'),
  );
  return {
    title: words.heading,
    description: [...groups, digestFoot(words)].filter((part) => part !== '').join('\n\n'),
    footer: { text: words.summary },
    ...(words.dashboardUrl === null ? {} : { url: words.dashboardUrl }),
  };
}
