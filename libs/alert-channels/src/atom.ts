import type { AlertMessage } from './alert-channel.types.ts';
import { escapeXml } from './escape-xml.ts';
import { type AlertWords, joined, oneLine, webAddress, wordsOf } from './message-text.ts';

/** The feed around the alerts. */
export interface AtomFeedInfo {
  /** An IRI that never changes, such as `tag:example.org,2026:rules/rule-id`. */
  readonly id: string;
  /** With what entries' ids begin: the same in every feed that may hold them. */
  readonly entriesId: string;
  readonly title: string;
  /** Where the feed itself is served. */
  readonly selfUrl: string;
  readonly dashboardUrl: string | null;
  /** The feed's time where it holds no alerts yet. */
  readonly createdAt: Date;
  readonly timeZone: string;
}

/** An Atom 1.0 document (RFC 4287) of alerts, in the order given. An entry's id is its alert's: it never changes. */
export function renderAtom(info: AtomFeedInfo, alerts: readonly AlertMessage[]): string {
  // Not the time of the answer, nor of a start: a reader would take the feed for new each time.
  const [first = info.createdAt, ...others] = alerts.map(updatedAt);
  const newest = others.reduce((latest, at) => (at > latest ? at : latest), first);
  const lines = [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    element('id', info.id),
    element('title', info.title),
    element('updated', newest.toISOString()),
    '<author><name>Framewatch</name></author>',
    link('self', info.selfUrl),
    link('alternate', info.dashboardUrl),
    ...alerts.map((alert) => entry(info, alert)),
    '</feed>',
  ];
  return `${lines.filter(Boolean).join('\n')}\n`;
}

/** Later articles of the same story make an entry new again (RFC 4287, 4.2.15). */
const updatedAt = ({ raisedAt, updatedAt: folded }: AlertMessage): Date => folded ?? raisedAt;

function entry(info: AtomFeedInfo, alert: AlertMessage): string {
  const words = wordsOf(alert, info.timeZone);
  const lines = [
    '<entry>',
    element('id', `${info.entriesId}/${encodeURIComponent(alert.alertId)}`),
    element('title', words.title),
    element('updated', updatedAt(alert).toISOString()),
    element('published', (alert.published ?? alert.raisedAt).toISOString()),
    alert.outlet && `<author>${element('name', oneLine(alert.outlet))}</author>`,
    link('alternate', words.url ?? words.dashboardUrl),
    words.url && link('related', words.dashboardUrl),
    ...alert.why
      .flatMap(({ labels }) => labels)
      .filter(isFirst)
      .map(category),
    alert.synthetic && category('synthetic'),
    `<content type="html">${escapeXml(contentOf(words))}</content>`,
    '</entry>',
  ];
  return lines.filter(Boolean).join('\n');
}

function contentOf(words: AlertWords): string {
  const quotes = words.quotes.map(({ text, labels }) => {
    const label = labels === '' ? '' : `<footer>${escapeXml(labels)}</footer>`;
    return `<blockquote>${escapeXml(text)}${label}</blockquote>`;
  });
  return [words.source, words.reason]
    .filter(Boolean)
    .map((line) => `<p>${escapeXml(line)}</p>`)
    .concat(quotes, updatesOf(words))
    .join('');
}

function updatesOf({ updates }: AlertWords): string[] {
  if (updates === null) return [];
  const items = updates.latest.map(({ title, outlet, url }) => {
    const name = escapeXml(joined([title, outlet]));
    return url === null ? `<li>${name}</li>` : `<li><a href="${escapeXml(url)}">${name}</a></li>`;
  });
  const list = items.length === 0 ? '' : `<ul>${items.join('')}</ul>`;
  return [`<p>${escapeXml(updates.summary)}</p>${list}`];
}

function element(name: string, text: string): string {
  return `<${name}>${escapeXml(text)}</${name}>`;
}

function link(rel: string, url: string | null): string {
  const href = webAddress(url);
  return href === null ? '' : `<link rel="${rel}" href="${escapeXml(href)}"/>`;
}

function category(term: string): string {
  return `<category term="${escapeXml(oneLine(term))}"/>`;
}

function isFirst<T>(value: T, index: number, all: readonly T[]): boolean {
  return all.indexOf(value) === index;
}
