import { STOP_WORDS } from './data/stop-words.ts';
import { BEGINS_WORD, CAPITAL, flagsAt, IN_WORD } from './signs.ts';
import { stem } from './stem.ts';
import { WordTable } from './word-table.ts';

/** A word as it was written, and the terms that it may stand for. */
export interface WrittenWord {
  /** In small letters, without `'s` and what trails. */
  readonly word: string;
  /** As a name, and as any other word. */
  readonly name: string;
  readonly stem: string;
  readonly isCapital: boolean;
}

/** News has some ten thousand words; what a text adds to them is mostly names. */
const MOST_WORDS = 30_000;
const words = new WordTable<WrittenWord | null>(MOST_WORDS, examine);

/** What a token of a text is as a word; null where it tells no event: a function word, a letter, a small number. */
export function writtenWord(text: string, start: number, end: number): WrittenWord | null {
  return words.get(text, start, end);
}

function examine(token: string): WrittenWord | null {
  const surface = token.replace(/['’]s?$|[.'’-]+$/g, '');
  const word = surface.toLowerCase();
  if (word.length < 2 || STOP_WORDS.has(word) || (word.length < 4 && /^\d+$/.test(word))) return null;
  return {
    word,
    name: surface[0]!.toUpperCase() + word.slice(1),
    stem: word.charCodeAt(0) > 0x2fff ? word : stem(word),
    isCapital: (flagsAt(token, 0) & CAPITAL) !== 0,
  };
}

/** Where in a text of spaced words the first token at or after a place begins; the text's length where none does. */
export function tokenStart(text: string, from: number): number {
  let at = from;
  while (at < text.length && (flagsAt(text, at) & BEGINS_WORD) === 0) at += 1;
  return at;
}

/** Where the token that begins at a place ends. */
export function tokenEnd(text: string, start: number): number {
  let at = start;
  while (at < text.length && isInToken(text, at)) at += 1;
  return at;
}

/** Letters, marks and digits, and what joins them: apostrophes, dots and hyphens. */
function isInToken(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (
    unit === 0x27 || unit === 0x2019 || unit === 0x2e || unit === 0x2d || (flagsAt(text, at) & IN_WORD) !== 0
  );
}
