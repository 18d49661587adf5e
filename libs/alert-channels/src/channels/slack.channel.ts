import type { ChannelConfig } from '@framewatch/contracts';
import type { AlertChannel, ChannelMeans } from '../alert-channel.types.ts';
import { type AlertWords, wordsOf } from '../message-text.ts';
import { postAlert } from '../post-alert.ts';
import { requireAddress } from '../set-up-mistake.ts';

/** A Slack incoming webhook, in Block Kit. Escaped text can neither mention a channel nor make a link. */
export function createSlackChannel(
  config: Extract<ChannelConfig, { kind: 'slack' }>,
  means: Required<ChannelMeans>,
): AlertChannel {
  const url = requireAddress(means.secrets, config.urlFromEnv);
  return {
    kind: 'slack',
    send(message, signal) {
      const body = JSON.stringify(slackPayload(wordsOf(message, means.timeZone)));
      return postAlert(means.outbound, { url, body, signal });
    },
  };
}

function slackPayload(words: AlertWords) {
  const headline = words.url === null ? escapeSlack(words.title) : link(words.url, words.title);
  const quotes = words.quotes.map(({ text, labels }) =>
    section(`> ${escapeSlack(text)}${labels ? `\n> _${escapeSlack(labels)}_` : ''}`),
  );
  const foot = [
    escapeSlack(words.rule),
    words.dashboardUrl && link(words.dashboardUrl, 'Open in Framewatch'),
  ];
  return {
    // Shown in notifications, where blocks are not.
    text: escapeSlack(words.title),
    unfurl_links: false,
    unfurl_media: false,
    // One block each: Slack refuses a whole message for one text over 3,000 characters.
    blocks: [
      section(`*${headline}*`),
      ...(words.source === '' ? [] : [context(escapeSlack(words.source))]),
      section(escapeSlack(words.reason)),
      ...quotes,
      context(foot.filter(Boolean).join(' · ')),
    ],
  };
}

function section(text: string) {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

function context(text: string) {
  return { type: 'context', elements: [{ type: 'mrkdwn', text }] };
}

function link(url: string, text: string): string {
  return `<${url.replaceAll('|', '%7C').replaceAll('>', '%3E')}|${escapeSlack(text)}>`;
}

/** Slack's three escapes, and a zero-width space where `*`, `_`, `~` or a backtick would begin markup. */
function escapeSlack(text: string): string {
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return safe.replace(/([*_~`])/g, '\u200b$1\u200b');
}
