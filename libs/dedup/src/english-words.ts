import { CAPITAL, flagsAt, SMALL } from './signs.ts';

/** Where in a text in small letters the first English word at or after a place begins; the text's length for none. */
export function wordStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && !isLetter(text.charCodeAt(at))) at += 1;
  return at;
}

/** Where the word that begins at a place ends: hyphens, dots and apostrophes within it belong to it. */
export function wordEnd(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length) {
    if (isLetterOrDigit(text.charCodeAt(at))) at += 1;
    else if (isJoiner(text.charCodeAt(at)) && isLetterOrDigit(text.charCodeAt(at + 1))) at += 2;
    else break;
  }
  return at;
}

function isLetter(unit: number): boolean {
  return unit >= 0x61 && unit <= 0x7a;
}

function isLetterOrDigit(unit: number): boolean {
  return isLetter(unit) || (unit >= 0x30 && unit <= 0x39);
}

function isJoiner(unit: number): boolean {
  return unit === 0x2d || unit === 0x2e || unit === 0x27 || unit === 0x2019;
}

const SPACE = 0x20;
const COMMA = 0x2c;

/** Neighbouring words with a capital each, where the first stands within a sentence or at the text's beginning. */
export function namePairs(text: string): [string, string][] {
  const pairs: [string, string][] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!isInside(text, at)) continue;
    const end = nameEnd(text, at);
    if (text.charCodeAt(end) !== SPACE) continue;
    const second = nameEnd(text, end + 1);
    if (second > end) pairs.push([text.slice(at, end), text.slice(end + 1, second)]);
  }
  return pairs;
}

function isInside(text: string, at: number): boolean {
  if (at === 0) return true;
  if (text.charCodeAt(at - 1) !== SPACE) return false;
  const before = text.charCodeAt(at - 2);
  return before === COMMA || isLetter(before);
}

/** Where a capital and the small letters after it end; -1 where none stand at this place. */
function nameEnd(text: string, start: number): number {
  if (start >= text.length || (flagsAt(text, start) & CAPITAL) === 0) return -1;
  const first = start + (text.codePointAt(start)! > 0xffff ? 2 : 1);
  let at = first;
  while (at < text.length && (flagsAt(text, at) & SMALL) !== 0) at += 1;
  return at > first ? at : -1;
}
