import { ABBREVIATIONS, NUMBER_ABBREVIATIONS, SENTENCE_OPENERS } from '../data/abbreviations.ts';

/** One sentence: half-open offsets in UTF-16 code units, and the number of the paragraph (line) it stands in. */
export interface SentenceSpan {
  readonly start: number;
  readonly end: number;
  readonly paragraph: number;
}

/**
 * Sentences of a text, in order, without surrounding white space. Knows abbreviations, initials and
 * decimal points; a line end always ends a sentence; Japanese full stops end one outside of 「」.
 */
export function splitSentences(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let start = 0;
  let paragraph = 0;
  let quoteDepth = 0;
  const close = (end: number): void => {
    const span = trimmed(text, start, end);
    if (span !== null) spans.push({ start: span[0], end: span[1], paragraph });
    start = end;
  };
  for (let i = 0; i < text.length; i++) {
    const c = text.charCodeAt(i);
    // Letters and spaces, by far the most.
    if (c === SPACE || (c > QUESTION && c < ELLIPSIS)) continue;
    if (c === LINE_FEED || c === CARRIAGE_RETURN) {
      close(i);
      paragraph += 1;
      quoteDepth = 0;
    } else if (c === FULL_STOP || c === EXCLAMATION || c === QUESTION || c === ELLIPSIS) {
      const end = afterClosers(text, i + 1);
      if (endsSentence(text, start, i, end)) {
        close(end);
        i = end - 1;
      }
    } else if (c === CORNER_OPEN || c === WHITE_CORNER_OPEN) quoteDepth += 1;
    else if (c === CORNER_CLOSE || c === WHITE_CORNER_CLOSE) quoteDepth = Math.max(0, quoteDepth - 1);
    else if (quoteDepth === 0 && (c === IDEOGRAPHIC_STOP || c === WIDE_EXCLAMATION || c === WIDE_QUESTION)) {
      close(i + 1);
    }
  }
  close(text.length);
  return spans;
}

const SPACE = 0x20;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const FULL_STOP = 0x2e;
const EXCLAMATION = 0x21;
const QUESTION = 0x3f;
const ELLIPSIS = 0x2026;
const IDEOGRAPHIC_STOP = 0x3002;
const WIDE_EXCLAMATION = 0xff01;
const WIDE_QUESTION = 0xff1f;
const CORNER_OPEN = 0x300c;
const CORNER_CLOSE = 0x300d;
const WHITE_CORNER_OPEN = 0x300e;
const WHITE_CORNER_CLOSE = 0x300f;

const CLOSERS = new Set('"\'”’)]».!?'.split('').map((c) => c.charCodeAt(0)));
/** A run of closing marks is short; the bound keeps "!!!!…" linear. */
const MAX_CLOSERS = 8;

function afterClosers(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from < MAX_CLOSERS && CLOSERS.has(text.charCodeAt(end))) end += 1;
  return end;
}

function endsSentence(text: string, start: number, stop: number, end: number): boolean {
  if (end >= text.length) return true;
  if (!isSpace(text.charCodeAt(end))) return false;
  const next = nextVisible(text, end);
  if (next < 0 || startsLowerCase(text.charCodeAt(next))) return false;
  if (text.charCodeAt(stop) !== FULL_STOP) return true;
  const from = wordStart(text, start, stop);
  if (from === stop || stop - from >= MAX_WORD) return true;
  const word = text.slice(from, stop);
  if (isAcronym(word)) return SENTENCE_OPENERS.has(wordAt(text, next));
  if (word.length === 1 && word >= 'A' && word <= 'Z') return false;
  const small = word.toLowerCase();
  if (NUMBER_ABBREVIATIONS.has(small)) return !isDigit(text.charCodeAt(next));
  return !ABBREVIATIONS.has(small);
}

/** Longest abbreviation looked at, dots included. */
const MAX_WORD = 7;

function wordStart(text: string, start: number, stop: number): number {
  let from = stop;
  while (from > start && stop - from < MAX_WORD && isWordOrDot(text.charCodeAt(from - 1))) from -= 1;
  return from;
}

/** Longer words open no sentence that the list knows. */
const MAX_OPENER = 10;

function wordAt(text: string, from: number): string {
  let end = from;
  while (end < text.length && end - from < MAX_OPENER && isWordOrDot(text.charCodeAt(end))) end += 1;
  return text.slice(from, end);
}

function isAcronym(word: string): boolean {
  return word.length >= 3 && word.charCodeAt(1) === FULL_STOP && /^[A-Za-z](\.[A-Za-z])+$/.test(word);
}

function isWordOrDot(c: number): boolean {
  return c === FULL_STOP || (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a) || (c >= 0xc0 && c < 0x250);
}

function startsLowerCase(c: number): boolean {
  return c >= 0x61 && c <= 0x7a;
}

function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39;
}

function isSpace(c: number): boolean {
  return c === 0x20 || c === 0x09 || c === LINE_FEED || c === CARRIAGE_RETURN || c === 0xa0 || c === 0x3000;
}

function nextVisible(text: string, from: number): number {
  for (let i = from; i < text.length; i++) {
    const c = text.charCodeAt(i);
    if (c === LINE_FEED || c === CARRIAGE_RETURN) return i;
    if (!isSpace(c) && !OPENERS.has(c)) return i;
  }
  return -1;
}

const OPENERS = new Set('"\'“‘([«'.split('').map((c) => c.charCodeAt(0)));

function trimmed(text: string, from: number, to: number): [number, number] | null {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return end > start ? [start, end] : null;
}
