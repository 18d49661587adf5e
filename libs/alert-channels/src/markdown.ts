import type { AlertWords } from './message-text.ts';

/** An alert in Markdown as Mattermost and Discord read it; hostile text can neither link nor mention. */
export function alertMarkdown(words: AlertWords): string {
  const headline = words.url === null ? escapeMarkdown(words.title) : markdownLink(words.title, words.url);
  const quotes = words.quotes.map(({ text, labels }) =>
    labels ? `> ${escapeMarkdown(text)} — **${escapeMarkdown(labels)}**` : `> ${escapeMarkdown(text)}`,
  );
  const foot = [
    escapeMarkdown(words.rule),
    words.dashboardUrl && markdownLink('Open in Framewatch', words.dashboardUrl),
  ];
  const lines = [`**${headline}**`, escapeMarkdown(words.source), escapeMarkdown(words.reason)];
  return [...lines.filter((line) => line !== ''), '', ...quotes, '', foot.filter(Boolean).join(' · ')].join(
    '\n',
  );
}

function markdownLink(text: string, url: string): string {
  return `[${escapeMarkdown(text)}](${url.replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

/** Backslashes before what is markup; a zero-width space breaks mentions and bare addresses. */
function escapeMarkdown(text: string): string {
  return text
    .replace(/([\\`*_{}[\]()<>#+\-.!|~>])/g, '\\$1')
    .replaceAll('@', '@\u200b')
    .replaceAll('://', ':\u200b//');
}
