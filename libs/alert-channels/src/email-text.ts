import { andMore, type DigestWords } from './digest-text.ts';
import { type AlertWords, joined } from './message-text.ts';

/** The plain text of one alert's email. */
export function alertText(words: AlertWords, unsubscribe: string | null): string {
  return textOf([
    [words.title, words.source, words.url],
    [words.reason],
    ...words.quotes.map(quoteLines),
    updateLines(words),
    [words.dashboardUrl && `Open in Framewatch: ${words.dashboardUrl}`],
    ['-- ', `Rule: ${words.rule}`, unsubscribe && `Unsubscribe from these: ${unsubscribe}`],
  ]);
}

/** The plain text of a digest's email. */
export function digestText(words: DigestWords, unsubscribe: string | null): string {
  const more = andMore(words.more);
  return textOf([
    [words.heading, words.summary],
    ...words.groups.flatMap(({ rule, alerts }) => [
      [rule, '='.repeat(Math.min(60, rule.length))],
      ...alerts.map(digestLines),
    ]),
    [more && `${more}${words.dashboardUrl === null ? '' : `: ${words.dashboardUrl}`}`],
    [more === '' && words.dashboardUrl && `Open in Framewatch: ${words.dashboardUrl}`],
    unsubscribe === null ? [] : ['-- ', `Unsubscribe from these: ${unsubscribe}`],
  ]);
}

type Line = string | false | null;

/** Blocks with an empty line between; what is empty is left out. */
function textOf(blocks: readonly (readonly Line[])[]): string {
  const written = blocks.map((lines) => lines.filter(Boolean).join('\n')).filter((block) => block !== '');
  return `${written.join('\n\n')}\n`;
}

function digestLines(words: AlertWords): Line[] {
  const [strongest] = words.quotes;
  return [
    `* ${words.title}`,
    words.source && `  ${words.source}`,
    ...(strongest ? quoteLines(strongest) : [words.reason]).map((line) => `  ${line}`),
    words.updates && `  ${words.updates.summary}`,
    (words.url ?? words.dashboardUrl) && `  ${words.url ?? words.dashboardUrl}`,
  ];
}

function quoteLines({ text, labels }: AlertWords['quotes'][number]): string[] {
  return labels ? [`> ${text}`, `> (${labels})`] : [`> ${text}`];
}

function updateLines({ updates }: AlertWords): Line[] {
  if (updates === null) return [];
  return [
    `${updates.summary}:`,
    ...updates.latest.flatMap(({ title, outlet, url }) => [
      `* ${joined([title, outlet])}`,
      url && `  ${url}`,
    ]),
  ];
}
