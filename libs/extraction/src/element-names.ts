import {
  BODY_PAIRS,
  BODY_WORDS,
  BOILERPLATE_PAIRS,
  BOILERPLATE_WORDS,
  BYLINE_WORDS,
  DATE_WORDS,
  NEVER_ARTICLE_WORDS,
  WRAPPER_WORDS,
} from './data/class-words.ts';

/** What the names that an author gave an element (class, id, test id) say about it; bits, for one may say several things. */
export const NAMES = { body: 1, boilerplate: 2, never: 4, byline: 8, date: 16 } as const;

/** Bits of names seen before on the same page. */
export type NameMemory = Map<string, number>;

/** A longer list of classes says everything, and so nothing. */
const MAX_NAME = 600;
const WRAPPER = 32;

const bitsOfWord = new Map<string, number>();
for (const [words, bits] of [
  [BODY_WORDS, NAMES.body],
  [BOILERPLATE_WORDS, NAMES.boilerplate],
  [NEVER_ARTICLE_WORDS, NAMES.never | NAMES.boilerplate],
  [BYLINE_WORDS, NAMES.byline],
  [DATE_WORDS, NAMES.date],
  [WRAPPER_WORDS, WRAPPER],
] as const) {
  for (const word of words) bitsOfWord.set(word, (bitsOfWord.get(word) ?? 0) | bits);
}
const pairStarts = new Set([...BODY_PAIRS, ...BOILERPLATE_PAIRS].map((pair) => pair.split(' ')[0]!));

/** Judges an element by its class, id and test names. The bits are those of `NAMES`. */
export function judgeNames(attributes: Readonly<Record<string, string>>, memory: NameMemory): number {
  const { class: classes, id, 'data-component': component, 'data-testid': testId } = attributes;
  const bits =
    (classes === undefined ? 0 : judgeName(classes, memory)) |
    (id === undefined ? 0 : judgeName(id, memory)) |
    (component === undefined ? 0 : judgeName(component, memory)) |
    (testId === undefined ? 0 : judgeName(testId, memory));
  // Whatever else is said of it, what is named the body holds it.
  return bits & NAMES.body ? bits & ~(NAMES.boilerplate | NAMES.never) : bits;
}

function judgeName(name: string, memory: NameMemory): number {
  if (name.length > MAX_NAME) return 0;
  const known = memory.get(name);
  if (known !== undefined) return known;
  let bits = 0;
  for (let start = 0; start < name.length; ) {
    const space = name.indexOf(' ', start);
    const end = space < 0 ? name.length : space;
    if (end > start) bits |= judgeToken(name, start, end);
    start = end + 1;
  }
  memory.set(name, bits);
  return bits;
}

/** Reads a token's words as they come: `articleBody--withAds` is article, body, with, ads. */
function judgeToken(name: string, from: number, to: number): number {
  let bits = 0;
  let previous = '';
  let previousBits = 0;
  for (let start = from; start < to; ) {
    const end = endOfWord(name, start, to);
    if (end > start) {
      const word = name.slice(start, end).toLowerCase();
      const found = bitsOfWord.get(word) ?? 0;
      // `has-sidebar` and `no-ads` describe the page, not the element.
      const shielded = (previousBits & WRAPPER) !== 0 ? NAMES.boilerplate | NAMES.never : 0;
      bits |= found & ~WRAPPER & ~shielded;
      if (pairStarts.has(previous)) bits |= bitsOfPair(`${previous} ${word}`);
      previous = word;
      previousBits = found;
    }
    start = Math.max(end, start + 1);
  }
  return bits;
}

function bitsOfPair(pair: string): number {
  return (BODY_PAIRS.has(pair) ? NAMES.body : 0) | (BOILERPLATE_PAIRS.has(pair) ? NAMES.boilerplate : 0);
}

/** One past the word that begins here; the start itself where none does. A capital after a small letter begins the next. */
function endOfWord(name: string, start: number, to: number): number {
  let end = start;
  let afterSmall = false;
  for (; end < to; end += 1) {
    const code = name.charCodeAt(end);
    const capital = code >= 65 && code <= 90;
    if (capital ? afterSmall : !isSmallOrDigit(code)) break;
    afterSmall = !capital;
  }
  return end;
}

function isSmallOrDigit(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127;
}
