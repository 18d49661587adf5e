import { decodeReferences } from './references.ts';
import { oneLine } from './text.ts';

/** The words of a piece of HTML on one line, without scripts, styles and comments. Linear, whatever the input. */
export function htmlToText(html: string): string {
  return oneLine(decodeReferences(html.includes('<') ? withoutTags(html) : html));
}

/** The first words of sanitised HTML, at most `length` characters of them; the rest is not even looked at. */
export function leadText(sanitised: string, length: number): string {
  let out = '';
  let from = 0;
  while (out.length < length && from < sanitised.length) {
    const lt = sanitised.indexOf('<', from);
    const end = lt < 0 ? sanitised.length : lt;
    out += sanitised.slice(from, Math.min(end, from + length));
    from = lt < 0 ? end : sanitised.indexOf('>', lt) + 1;
    if (lt >= 0) out += ' ';
  }
  return oneLine(decodeReferences(out)).slice(0, length);
}

function withoutTags(html: string): string {
  let out = '';
  let from = 0;
  let lt = html.indexOf('<');
  while (lt >= 0) {
    const end = markupEnd(html, lt);
    if (end > lt) {
      out += `${html.slice(from, lt)} `;
      from = end;
    }
    lt = html.indexOf('<', Math.max(end, lt + 1));
  }
  return out + html.slice(from);
}

/** Index after the markup that begins at `lt`, or -1 where that is a lone sign. */
function markupEnd(html: string, lt: number): number {
  const next = html.slice(lt + 1, lt + 9).toLowerCase();
  if (next.startsWith('!--')) return after(html, '-->', lt + 4);
  const hidden = /^(?:script|style)\b/.exec(next)?.[0];
  if (hidden !== undefined) return afterElement(html, hidden, lt);
  return /^(?:[a-z!?]|\/[a-z])/.test(next) ? tagEnd(html, lt + 1) : -1;
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function afterElement(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}`, 'gi');
  end.lastIndex = from;
  const found = end.exec(html);
  return found === null ? html.length : after(html, '>', found.index);
}

/** A tag that another tag interrupts is none. */
function tagEnd(html: string, from: number): number {
  for (let at = from; at < html.length; at++) {
    const code = html.charCodeAt(at);
    if (code === 62) return at + 1;
    if (code === 60) return -1;
  }
  return -1;
}
