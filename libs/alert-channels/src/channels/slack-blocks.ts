import { cutDigest, linesWithin } from '../cut-digest.ts';
import { andMore, type DigestWords } from '../digest-text.ts';
import type { AlertWords } from '../message-text.ts';

/** Slack refuses a whole message for one text over 3,000 characters or for more than 50 blocks. */
const MAX_TEXT = 2_900;
const MAX_HEADER = 150;
/** A heading, a summary and a foot stand around a digest's alerts, and each rule has a block of its own. */
const MAX_ALERTS = 22;
/** Long before Slack's own limit of a whole message; more than this nobody reads in a chat. */
const MAX_DIGEST = 24_000;

/** One alert in Block Kit. Escaped text can neither mention a channel nor make a link. */
export function slackAlert(words: AlertWords) {
  const foot = [escapeSlack(words.rule), ...openLink(words.dashboardUrl)];
  return {
    // Shown in notifications, where blocks are not.
    text: escapeSlack(words.title),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      section(`*${headlineOf(words)}*`),
      ...(words.source === '' ? [] : [context(escapeSlack(words.source))]),
      section(escapeSlack(words.reason)),
      ...words.quotes.map((quote) => section(linesWithin(quoteLines(quote), MAX_TEXT))),
      ...updateBlocks(words),
      context(foot.join(' · ')),
    ],
  };
}

/** Several alerts in Block Kit, by rule; as many as a message may hold. */
export function slackDigest(whole: DigestWords) {
  const words = cutDigest(whole, {
    alerts: MAX_ALERTS,
    budget: MAX_DIGEST,
    sizeOf: (alert) => digestEntry(alert).length,
    sizeOfRule: (rule) => rule.length,
  });
  const foot = [andMore(words.more), ...openLink(words.dashboardUrl)].filter((part) => part !== '');
  return {
    text: escapeSlack(words.subject),
    unfurl_links: false,
    unfurl_media: false,
    blocks: [
      { type: 'header', text: { type: 'plain_text', text: words.heading.slice(0, MAX_HEADER) } },
      context(escapeSlack(words.summary)),
      ...words.groups.flatMap(({ rule, alerts }) => [
        section(`*${escapeSlack(rule)}*`),
        ...alerts.map((alert) => section(digestEntry(alert))),
      ]),
      ...(foot.length === 0 ? [] : [context(foot.join(' · '))]),
    ],
  };
}

function digestEntry(words: AlertWords): string {
  const [strongest] = words.quotes;
  return linesWithin(
    [
      `*${headlineOf(words)}*`,
      ...[words.source].filter(Boolean).map(escapeSlack),
      ...(strongest ? quoteLines(strongest) : [escapeSlack(words.reason)]),
      ...(words.updates ? [`_${escapeSlack(words.updates.summary)}_`] : []),
    ],
    MAX_TEXT,
  );
}

function quoteLines({ text, labels }: AlertWords['quotes'][number]): string[] {
  return [`> ${escapeSlack(text)}`, ...(labels === '' ? [] : [`> _${escapeSlack(labels)}_`])];
}

function updateBlocks({ updates }: AlertWords) {
  if (updates === null) return [];
  const lines = updates.latest.map(
    ({ title, outlet, url }) =>
      `• ${url === null ? escapeSlack(title) : link(url, title)} · ${escapeSlack(outlet)}`,
  );
  return [section(linesWithin([`_${escapeSlack(updates.summary)}_`, ...lines], MAX_TEXT))];
}

const headlineOf = ({ url, title }: AlertWords): string =>
  url === null ? escapeSlack(title) : link(url, title);

const openLink = (url: string | null): string[] => (url === null ? [] : [link(url, 'Open in Framewatch')]);

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
