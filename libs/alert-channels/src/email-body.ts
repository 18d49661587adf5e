import type { AlertMessage } from './alert-channel.types.ts';
import { escapeXml } from './escape-xml.ts';
import { type AlertWords, oneLine, shorten, webAddress, wordsOf } from './message-text.ts';

export interface EmailBody {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const MAX_SUBJECT = 180;

/** An alert as an email: subject, plain text, and HTML that loads nothing from anywhere. Times in `timeZone`. */
export function emailBody(message: AlertMessage, timeZone: string): EmailBody {
  const words = wordsOf(message, timeZone);
  const unsubscribe = webAddress(message.unsubscribeUrl);
  return {
    subject: shorten(`${words.title} (${oneLine(message.ruleName)})`, MAX_SUBJECT),
    text: plainText(words, unsubscribe),
    html: html(words, unsubscribe, message.synthetic),
  };
}

function plainText(words: AlertWords, unsubscribe: string | null): string {
  const quotes = words.quotes.map(({ text, labels }) => (labels ? `> ${text}\n> (${labels})` : `> ${text}`));
  const blocks = [
    [words.title, words.source, words.url].filter(Boolean).join('\n'),
    words.reason,
    ...quotes,
    words.dashboardUrl && `Open in Framewatch: ${words.dashboardUrl}`,
    ['-- ', `Rule: ${words.rule}`, unsubscribe && `No more of these: ${unsubscribe}`]
      .filter(Boolean)
      .join('\n'),
  ];
  return `${blocks.filter(Boolean).join('\n\n')}\n`;
}

const STYLE = {
  body: 'margin:0;padding:24px;font:15px/1.5 system-ui,sans-serif;color:#1c2733;background:#ffffff',
  notice: 'padding:6px 10px;background:#fff3cd;color:#664d03',
  heading: 'margin:0 0 4px;font-size:19px;line-height:1.3',
  faint: 'margin:0 0 12px;color:#5b6875',
  quote: 'margin:12px 0;padding:4px 0 4px 12px;border-left:3px solid #8aa4c1',
  label: 'color:#35597d;font-size:13px',
  foot: 'margin-top:24px;border-top:1px solid #d5dce3;padding-top:8px;color:#5b6875;font-size:13px',
};

function html(words: AlertWords, unsubscribe: string | null, synthetic: boolean): string {
  const title = words.url === null ? escapeXml(words.title) : anchor(words.url, words.title);
  const parts = [
    synthetic ? `<p style="${STYLE.notice}">Synthetic: this article is made up.</p>` : '',
    `<h1 style="${STYLE.heading}">${title}</h1>`,
    words.source === '' ? '' : `<p style="${STYLE.faint}">${escapeXml(words.source)}</p>`,
    `<p>${escapeXml(words.reason)}</p>`,
    ...words.quotes.map(quote),
    words.dashboardUrl === null ? '' : `<p>${anchor(words.dashboardUrl, 'Open in Framewatch')}</p>`,
    `<p style="${STYLE.foot}">Rule: ${escapeXml(words.rule)}${unsubscribe === null ? '' : ` · ${anchor(unsubscribe, 'No more of these')}`}</p>`,
  ];
  return `<!doctype html><html><head><meta charset="utf-8"></head><body style="${STYLE.body}">${parts.join('')}</body></html>`;
}

function quote({ text, labels }: AlertWords['quotes'][number]): string {
  const label = labels === '' ? '' : `<br><span style="${STYLE.label}">${escapeXml(labels)}</span>`;
  return `<blockquote style="${STYLE.quote}">${escapeXml(text)}${label}</blockquote>`;
}

function anchor(url: string, text: string): string {
  return `<a href="${escapeXml(url)}">${escapeXml(text)}</a>`;
}
