import { linesWithin } from './cut-digest.ts';
import { andMore, type DigestWords } from './digest-text.ts';
import type { AlertWords } from './message-text.ts';

/** An alert in Markdown as Mattermost and Discord read it; hostile text can neither link nor mention. */
export function alertMarkdown(words: AlertWords): string {
  const foot = [escapeMarkdown(words.rule), ...openLink(words.dashboardUrl)];
  const lines = [`**${headlineOf(words)}**`, escapeMarkdown(words.source), escapeMarkdown(words.reason)];
  const blocks = [
    lines.filter((line) => line !== ''),
    words.quotes.map(quoteLine),
    updateLines(words),
    [foot.join(' · ')],
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}

/** One alert of a digest as an item of a list, at most `limit` UTF-16 units. */
export function digestItem(words: AlertWords, limit: number): string {
  const [strongest] = words.quotes;
  const lines = [
    `- **${headlineOf(words)}**`,
    ...(words.source === '' ? [] : [`  ${escapeMarkdown(words.source)}`]),
    `  ${strongest ? `*“${escapeMarkdown(strongest.text)}”*` : escapeMarkdown(words.reason)}`,
    ...(strongest && strongest.labels !== '' ? [`  ${escapeMarkdown(strongest.labels)}`] : []),
    ...(words.updates ? [`  ${escapeMarkdown(words.updates.summary)}`] : []),
  ];
  return linesWithin(lines, limit);
}

/** What closes a digest: how many it leaves out, and the way to them. */
export function digestFoot({ more, dashboardUrl }: DigestWords): string {
  return [andMore(more), ...openLink(dashboardUrl)].filter((part) => part !== '').join(' · ');
}

function quoteLine({ text, labels }: AlertWords['quotes'][number]): string {
  return labels ? `> ${escapeMarkdown(text)} — **${escapeMarkdown(labels)}**` : `> ${escapeMarkdown(text)}`;
}

function updateLines({ updates }: AlertWords): string[] {
  if (updates === null) return [];
  const latest = updates.latest.map(
    ({ title, outlet, url }) =>
      `- ${url === null ? escapeMarkdown(title) : markdownLink(title, url)} · ${escapeMarkdown(outlet)}`,
  );
  return [escapeMarkdown(updates.summary), ...latest];
}

const headlineOf = ({ url, title }: AlertWords): string =>
  url === null ? escapeMarkdown(title) : markdownLink(title, url);

const openLink = (url: string | null): string[] =>
  url === null ? [] : [markdownLink('Open in Framewatch', url)];

function markdownLink(text: string, url: string): string {
  return `[${escapeMarkdown(text)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/** Backslashes before what is markup; a zero-width space breaks mentions and bare addresses. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/([\\`*_{}[\]()<>#+\-.!|~>])/g, '\\$1')
    .replaceAll('@', '@\u200b')
    .replaceAll('://', ':\u200b//');
}
