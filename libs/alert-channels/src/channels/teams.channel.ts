import type { ChannelConfig } from '@framewatch/contracts';
import type { AlertChannel, ChannelMeans } from '../alert-channel.types.ts';
import { type AlertWords, wordsOf } from '../message-text.ts';
import { postAlert } from '../post-alert.ts';
import { requireAddress } from '../set-up-mistake.ts';

/** A Teams webhook as its Workflows offer it: an Adaptive Card. Text runs take no markup, so nothing is escaped. */
export function createTeamsChannel(
  config: Extract<ChannelConfig, { kind: 'teams' }>,
  means: Required<ChannelMeans>,
): AlertChannel {
  const url = requireAddress(means.secrets, config.urlFromEnv);
  return {
    kind: 'teams',
    send(message, signal) {
      const body = JSON.stringify(teamsPayload(wordsOf(message, means.timeZone)));
      return postAlert(means.outbound, { url, body, signal });
    },
  };
}

function teamsPayload(words: AlertWords) {
  const quotes = words.quotes.flatMap(({ text, labels }) => [
    paragraph({ text: `“${text}”`, italic: true }),
    ...(labels === '' ? [] : [paragraph({ text: labels, size: 'Small', color: 'Accent' })]),
  ]);
  const content = {
    $schema: 'http://adaptivecards.io/schemas/adaptive-card.json',
    type: 'AdaptiveCard',
    version: '1.4',
    fallbackText: words.title,
    body: [
      paragraph({ text: words.title, size: 'Medium', weight: 'Bolder' }),
      ...(words.source === '' ? [] : [paragraph({ text: words.source, isSubtle: true })]),
      paragraph({ text: words.reason }),
      ...quotes,
      paragraph({ text: words.rule, size: 'Small', isSubtle: true }),
    ],
    actions: [
      ...openUrl('Read the article', words.url),
      ...openUrl('Open in Framewatch', words.dashboardUrl),
    ],
  };
  return {
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', contentUrl: null, content }],
  };
}

function paragraph(run: { text: string } & Record<string, unknown>) {
  return { type: 'RichTextBlock', inlines: [{ type: 'TextRun', ...run }] };
}

function openUrl(title: string, url: string | null) {
  return url === null ? [] : [{ type: 'Action.OpenUrl', title, url }];
}
