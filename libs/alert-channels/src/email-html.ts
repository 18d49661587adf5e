import { andMore, type DigestWords } from './digest-text.ts';
import { escapeXml } from './escape-xml.ts';
import type { AlertWords } from './message-text.ts';

export interface EmailFrame {
  readonly unsubscribe: string | null;
  readonly synthetic: boolean;
}

const STYLE = {
  body: 'margin:0;padding:24px;font:15px/1.5 system-ui,sans-serif;color:#1c2733;background:#ffffff',
  notice: 'padding:6px 10px;background:#fff3cd;color:#664d03',
  heading: 'margin:0 0 4px;font-size:19px;line-height:1.3',
  rule: 'margin:24px 0 8px;font-size:16px;color:#35597d',
  title: 'margin:16px 0 2px;font-size:16px;line-height:1.35;font-weight:600',
  faint: 'margin:0 0 12px;color:#5b6875',
  quote: 'margin:12px 0;padding:4px 0 4px 12px;border-left:3px solid #8aa4c1',
  label: 'color:#35597d;font-size:13px',
  foot: 'margin-top:24px;border-top:1px solid #d5dce3;padding-top:8px;color:#5b6875;font-size:13px',
};

/** The HTML of one alert's email. */
export function alertHtml(words: AlertWords, frame: EmailFrame): string {
  return page(frame, [
    `<h1 style="${STYLE.heading}">${headline(words)}</h1>`,
    words.source === '' ? '' : `<p style="${STYLE.faint}">${escapeXml(words.source)}</p>`,
    `<p>${escapeXml(words.reason)}</p>`,
    ...words.quotes.map(quote),
    updates(words),
    words.dashboardUrl === null ? '' : `<p>${anchor(words.dashboardUrl, 'Open in Framewatch')}</p>`,
    foot([`Rule: ${escapeXml(words.rule)}`], frame),
  ]);
}

/** The HTML of a digest's email. */
export function digestHtml(words: DigestWords, frame: EmailFrame): string {
  const open = words.dashboardUrl === null ? '' : anchor(words.dashboardUrl, 'Open in Framewatch');
  return page(frame, [
    `<h1 style="${STYLE.heading}">${escapeXml(words.heading)}</h1>`,
    `<p style="${STYLE.faint}">${escapeXml(words.summary)}</p>`,
    ...words.groups.flatMap(({ rule, alerts }) => [ruleHeading(rule), ...alerts.map(digestEntry)]),
    `<p>${[andMore(words.more), open].filter(Boolean).join(' · ')}</p>`,
    foot([], frame),
  ]);
}

/** A rule's heading in a digest. */
export function ruleHeading(rule: string): string {
  return `<h2 style="${STYLE.rule}">${escapeXml(rule)}</h2>`;
}

/** One alert in a digest. */
export function digestEntry(words: AlertWords): string {
  const [strongest] = words.quotes;
  return [
    `<h3 style="${STYLE.title}">${headline(words)}</h3>`,
    words.source === '' ? '' : `<p style="${STYLE.faint}">${escapeXml(words.source)}</p>`,
    strongest ? quote(strongest) : `<p>${escapeXml(words.reason)}</p>`,
    words.updates === null ? '' : `<p style="${STYLE.faint}">${escapeXml(words.updates.summary)}</p>`,
  ].join('');
}

function page({ synthetic }: EmailFrame, parts: readonly string[]): string {
  const notice = synthetic ? `<p style="${STYLE.notice}">Synthetic: this article is made up.</p>` : '';
  return `<!doctype html><html><head><meta charset="utf-8"></head><body style="${STYLE.body}">${notice}${parts.join('')}</body></html>`;
}

function foot(lines: readonly string[], { unsubscribe }: EmailFrame): string {
  const all = [...lines, ...(unsubscribe === null ? [] : [anchor(unsubscribe, 'No more of these')])];
  return all.length === 0 ? '' : `<p style="${STYLE.foot}">${all.join(' · ')}</p>`;
}

const headline = ({ url, title }: AlertWords): string =>
  url === null ? escapeXml(title) : anchor(url, title);

function quote({ text, labels }: AlertWords['quotes'][number]): string {
  const label = labels === '' ? '' : `<br><span style="${STYLE.label}">${escapeXml(labels)}</span>`;
  return `<blockquote style="${STYLE.quote}">${escapeXml(text)}${label}</blockquote>`;
}

function updates({ updates: folded }: AlertWords): string {
  if (folded === null) return '';
  const items = folded.latest.map(
    ({ title, outlet, url }) =>
      `<li>${url === null ? escapeXml(title) : anchor(url, title)} · ${escapeXml(outlet)}</li>`,
  );
  return `<p>${escapeXml(folded.summary)}:</p><ul>${items.join('')}</ul>`;
}

function anchor(url: string, text: string): string {
  return `<a href="${escapeXml(url)}">${escapeXml(text)}</a>`;
}
