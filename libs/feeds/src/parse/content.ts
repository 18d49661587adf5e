import { Buffer, isUtf8 } from 'node:buffer';
import { sanitise } from './sanitise.ts';
import { htmlToText } from './html-text.ts';
import { decodeReferences } from './references.ts';
import { escapeHtml, oneLine } from './text.ts';
import { attribute, type FeedElement } from './tree.ts';

/** How an element's content is to be understood: Atom says, RSS leaves it to be HTML. */
type ContentKind = 'html' | 'xhtml' | 'text' | 'base64';

/** An element's content as sanitised HTML with absolute links. */
export function contentHtml(element: FeedElement): string {
  const { base } = element.scope;
  const kind = kindOf(element);
  if (kind === 'base64') return sanitise(fromBase64(element.text), { base, syntax: 'html' });
  if (element.markup !== null)
    return sanitise(element.markup, { base, syntax: kind === 'xhtml' ? 'xml' : 'html' });
  if (kind === 'text') return escapeHtml(element.text.trim());
  return sanitise(element.text, { base, syntax: 'html' });
}

/** An element's content as plain text on one line. References are decoded even in Atom text: feeds escape twice. */
export function contentText(element: FeedElement): string {
  const kind = kindOf(element);
  if (kind === 'base64') return htmlToText(fromBase64(element.text));
  if (kind === 'text' && element.markup === null) return oneLine(decodeReferences(element.text));
  return htmlToText(element.markup ?? element.text);
}

function kindOf(element: FeedElement): ContentKind {
  const type = (attribute(element, 'type') ?? '').trim().toLowerCase();
  const mode = attribute(element, 'mode')?.trim().toLowerCase();
  if (mode === 'base64') return 'base64';
  if (type === 'xhtml' || type === 'application/xhtml+xml' || mode === 'xml')
    return element.markup === null ? 'text' : 'xhtml';
  if (type === 'text' || type === 'text/plain') return 'text';
  const binary = type.includes('/') && !/^text\/|[+/]xml$|^message\//.test(type);
  return binary && mode === undefined ? 'base64' : 'html';
}

const BASE_64 = /^[A-Za-z0-9+/\s]+={0,2}\s*$/;

/** Decoded where it is base64 at all; else as it stands. */
function fromBase64(text: string): string {
  const written = text.trim();
  if (!BASE_64.test(written) || written.replace(/\s/g, '').length % 4 !== 0) return text;
  const decoded = Buffer.from(written, 'base64');
  return isUtf8(decoded) ? decoded.toString('utf8') : text;
}
