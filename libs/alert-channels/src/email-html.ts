import { andMore, counted, type DigestWords } from './digest-text.ts';
import { EMAIL_DARK, EMAIL_STYLE } from './email-style.ts';
import { escapeXml } from './escape-xml.ts';
import type { AlertWords } from './message-text.ts';

/** What stands around the words of an email. */
export interface EmailFrame {
  readonly unsubscribe: string | null;
  readonly synthetic: boolean;
}

/** The HTML of one alert's email. It loads nothing from anywhere. */
export function alertHtml(words: AlertWords, frame: EmailFrame): string {
  const body = [
    part('h1', 'heading', headline(words)),
    part('p', 'soft', text(words.source)),
    part('p', 'text', text(words.reason)),
    ...words.quotes.map(quote),
    updates(words),
    button(words.dashboardUrl),
  ];
  return page({ title: words.title, preview: words.reason }, body, [`Rule: ${text(words.rule)}`], frame);
}

/** The HTML of a digest's email, by rule. */
export function digestHtml(words: DigestWords, frame: EmailFrame): string {
  const more = andMore(words.more);
  const body = [
    part('h1', 'heading', text(words.heading)),
    part('p', 'soft', text(words.summary)),
    ...words.groups.flatMap(({ rule, alerts }) => [
      ruleHeading(rule, alerts.length),
      ...alerts.map(digestEntry),
    ]),
    part(
      'p',
      'text',
      more && `<br>… ${words.dashboardUrl === null ? more : anchor(words.dashboardUrl, more)}`,
    ),
    button(words.dashboardUrl),
  ];
  return page({ title: words.subject, preview: words.summary }, body, [], frame);
}

/** A rule's heading in a digest, with how many alerts stand below it. */
export function ruleHeading(rule: string, alerts: number): string {
  return part('h2', 'rule', `${text(rule)} · ${counted(alerts)}`);
}

/** One alert in a digest. */
export function digestEntry(words: AlertWords): string {
  const [strongest] = words.quotes;
  const lines = [
    part('h3', 'title', headline(words)),
    part('p', 'soft', text(words.source)),
    strongest ? quote(strongest) : part('p', 'text', text(words.reason)),
    part('p', 'soft', words.updates === null ? '' : text(words.updates.summary)),
  ];
  return part('div', 'entry', lines.join(''));
}

function page(
  { title, preview }: { title: string; preview: string },
  body: readonly string[],
  foot: readonly string[],
  { synthetic, unsubscribe }: EmailFrame,
): string {
  const notice = synthetic ? 'Synthetic: what is told here is made up.' : '';
  const leave = unsubscribe === null ? [] : [anchor(unsubscribe, 'Unsubscribe from these')];
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light dark"><title>${escapeXml(title)}</title><style>${EMAIL_DARK}</style>`;
  // What mail readers show beside the subject; hidden in the message itself.
  const hidden = `<div style="display:none;max-height:0;overflow:hidden">${escapeXml(preview)}</div>`;
  const card = part(
    'div',
    'card',
    part('p', 'brand', 'Framewatch') + part('p', 'notice', notice) + body.join(''),
  );
  const end = part('p', 'foot', [...foot, ...leave].join(' · '));
  return `<!doctype html><html lang="en"><head>${head}</head><body class="page" style="${EMAIL_STYLE.page}">${hidden}${card}${end}</body></html>`;
}

type Part = Exclude<keyof typeof EMAIL_STYLE, 'page'>;

/** An element with its style at itself and its name for the dark; nothing where it would be empty. */
function part(tag: string, name: Part, html: string): string {
  return html === '' ? '' : `<${tag} class="${name}" style="${EMAIL_STYLE[name]}">${html}</${tag}>`;
}

/** Text with its language where it is Japanese: without it, mail readers draw its characters the Chinese way. */
function text(words: string): string {
  const html = escapeXml(words);
  return isJapanese(words) ? `<span lang="ja">${html}</span>` : html;
}

const isJapanese = (words: string): boolean => /[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(words);

const headline = ({ url, title }: AlertWords): string => (url === null ? text(title) : anchor(url, title));

function quote({ text: sentence, labels }: AlertWords['quotes'][number]): string {
  const label = labels === '' ? '' : `<br>${part('span', 'labels', text(labels))}`;
  return part(
    'blockquote',
    'quote',
    `${text(isJapanese(sentence) ? `「${sentence}」` : `“${sentence}”`)}${label}`,
  );
}

function updates({ updates: folded }: AlertWords): string {
  if (folded === null) return '';
  const items = folded.latest.map(
    ({ title, outlet, url }) =>
      `<li>${url === null ? text(title) : anchor(url, title)} · ${text(outlet)}</li>`,
  );
  return (
    part('p', 'text', `${text(folded.summary)}${items.length > 0 ? ':' : ''}`) +
    part('ul', 'list', items.join(''))
  );
}

const button = (url: string | null): string =>
  url === null
    ? ''
    : `<div><a class="button" style="${EMAIL_STYLE.button}" href="${escapeXml(url)}">Open in Framewatch</a></div>`;

function anchor(url: string, words: string): string {
  return `<a class="link" style="${EMAIL_STYLE.link}" href="${escapeXml(url)}">${text(words)}</a>`;
}
