import { decodeHTMLStrict } from 'entities';
import { decodeCodePoint } from 'entities/decode';
import { limits } from './limits.ts';

const REFERENCE = /&(?:#[xX]([0-9a-fA-F]{1,7})|#(\d{1,8})|([a-zA-Z][a-zA-Z0-9.:_-]{0,63}));/g;
const named = new Map<string, string>();

/** Decodes references in character data. Names are XML's, the document's own (in the decoder's budget), then HTML's. */
export type Decode = (raw: string) => string;

/** A decoder for one document. What its own entities add in total is bounded; beyond it they stay as written. */
export function decoderFor(entities: ReadonlyMap<string, string>): Decode {
  let budget: number = limits.entityBudget;
  const own = (name: string): string | undefined => {
    const value = entities.get(name);
    if (value === undefined || (budget -= value.length) < 0) return undefined;
    return decodeReferences(value);
  };
  return entities.size === 0 ? decodeReferences : (raw) => decodeReferences(raw, own);
}

/** Decodes character references and names; what is none stays as written. */
export function decodeReferences(raw: string, own?: (name: string) => string | undefined): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(REFERENCE, (whole: string, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return own?.(name) ?? htmlName(name) ?? whole;
    return codePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}

/** As browsers do: windows-1252 for 128 to 159, U+FFFD for what is no character. Other controls are dropped. */
function codePoint(code: number): string {
  return code < 32 && code !== 9 && code !== 10 && code !== 13 ? '' : decodeCodePoint(code);
}

function htmlName(name: string): string | undefined {
  let decoded = named.get(name);
  if (decoded === undefined) {
    const reference = `&${name};`;
    decoded = decodeHTMLStrict(reference);
    if (decoded === reference) decoded = '';
    if (named.size < 5_000) named.set(name, decoded);
  }
  return decoded === '' ? undefined : decoded;
}

const SPACES = /[\s\u200b\ufeff]+/g;

/** One line: white space collapsed and trimmed. */
export function oneLine(text: string): string {
  return text.replace(SPACES, ' ').trim();
}

const HIDDEN =
  /<(script|style)\b[^>]{0,500}>[^<]*(?:<(?!\/\1)[^<]*)*<\/\1\s{0,20}>|<!--[^-]*(?:-(?!->)[^-]*)*-->/gi;
const TAG = /<\/?[a-zA-Z][^<>]*>|<![a-zA-Z[][^<>]*>/g;

/** The words of a piece of HTML on one line. */
export function htmlToText(html: string): string {
  if (!html.includes('<')) return oneLine(decodeReferences(html));
  const visible = html.includes('<!--') || /<s(cript|tyle)/i.test(html) ? html.replace(HIDDEN, ' ') : html;
  return oneLine(decodeReferences(visible.replace(TAG, ' ')));
}

/** Text as HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
