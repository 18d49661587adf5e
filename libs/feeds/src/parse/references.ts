import { decodeHTMLStrict } from 'entities';
import { decodeCodePoint } from 'entities/decode';
import { limits } from './limits.ts';

/** Decodes the references in character data. */
export type Decode = (raw: string) => string;
type Names = (name: string) => string | undefined;

/** The longest name or number that is looked for after an ampersand. */
const MAX_REFERENCE = 40;
/** From this length on, three passes cost less than a piece per reference. */
const WORTHWHILE = 200;
const AMP = 38;
const SEMICOLON = 59;
const HASH = 35;
const X = 120;
const named = new Map<string, string | undefined>();

/** A decoder for one document. What its own entities add in total is bounded; beyond it they stay as written. */
export function decoderFor(entities: ReadonlyMap<string, string>): Decode {
  if (entities.size === 0) return decodeReferences;
  let budget: number = limits.entityBudget;
  return (raw) =>
    decodeReferences(raw, (name) => {
      const value = entities.get(name);
      if (value === undefined) return undefined;
      budget -= value.length;
      if (budget < 0) return undefined;
      return decodeReferences(value);
    });
}

/**
 * Decodes numeric references and names: the document's own, XML's, HTML's. What is none stays as it is written, since
 * feeds hold bare ampersands. Linear; escaped HTML is most of what a feed holds.
 */
export function decodeReferences(raw: string, own?: Names): string {
  const first = raw.indexOf('&');
  if (first < 0) return raw;
  return raw.length - first < WORTHWHILE ? decodeEach(raw, first, own) : decodeMany(raw, own);
}

/**
 * The references of escaped markup go first, in passes that the platform does in one copy each. They bring no new
 * ampersand, so what the last pass decodes is still what was written.
 */
function decodeMany(raw: string, own: Names | undefined): string {
  const unescaped = raw
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"');
  const amp = unescaped.indexOf('&');
  return amp < 0 ? unescaped : decodeEach(unescaped, amp, own);
}

function decodeEach(raw: string, first: number, own: Names | undefined): string {
  let amp = first;
  let out = '';
  let from = 0;
  while (amp >= 0) {
    const end = referenceEnd(raw, amp + 1);
    const decoded = end < 0 ? undefined : decodeOne(raw, amp + 1, end, own);
    if (decoded !== undefined) {
      out += from === amp ? decoded : raw.slice(from, amp) + decoded;
      from = end + 1;
    }
    amp = raw.indexOf('&', decoded === undefined ? amp + 1 : from);
  }
  return from === 0 ? raw : out + raw.slice(from);
}

/** Index of the semicolon, or -1 where none follows soon or another ampersand comes first. */
function referenceEnd(raw: string, start: number): number {
  const limit = Math.min(raw.length, start + MAX_REFERENCE);
  for (let at = start; at < limit; at++) {
    const code = raw.charCodeAt(at);
    if (code === SEMICOLON) return at;
    if (code <= 32 || code === AMP) return -1;
  }
  return -1;
}

function decodeOne(raw: string, start: number, end: number, own: Names | undefined): string | undefined {
  const first = raw.charCodeAt(start);
  if (first === HASH) return decodeNumber(raw, start + 1, end);
  if (end - start === 2 && raw.charCodeAt(start + 1) === 116 /* t */) {
    if (first === 108 /* l */) return '<';
    if (first === 103 /* g */) return '>';
  }
  const name = raw.slice(start, end);
  return own?.(name) ?? htmlName(name);
}

function decodeNumber(raw: string, start: number, end: number): string | undefined {
  const hex = (raw.charCodeAt(start) | 32) === X;
  const digits = raw.slice(hex ? start + 1 : start, end);
  if (!(hex ? /^[0-9a-f]{1,8}$/i : /^\d{1,9}$/).test(digits)) return undefined;
  return character(Number.parseInt(digits, hex ? 16 : 10));
}

/** As browsers do: windows-1252 for 128 to 159, U+FFFD for what is no character. Other controls are dropped. */
function character(code: number): string {
  return code < 32 && code !== 9 && code !== 10 && code !== 13 ? '' : decodeCodePoint(code);
}

function htmlName(name: string): string | undefined {
  if (named.has(name)) return named.get(name);
  const reference = `&${name};`;
  const decoded = /^[a-zA-Z][a-zA-Z0-9]*$/.test(name) ? decodeHTMLStrict(reference) : reference;
  const value = decoded === reference ? undefined : decoded;
  if (named.size < 5_000) named.set(name, value);
  return value;
}
