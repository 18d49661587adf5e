import { PERSON_TITLES, PLACE_ENDINGS } from './data/japanese-titles.ts';
import { JAPANESE_STOP_WORDS } from './data/stop-words.ts';
import { tokenEnd, tokenStart, type WrittenWord, writtenWord } from './written-words.ts';

/** Occurrences of a term, counted by where they stand. */
export interface TermCount {
  title: number;
  lead: number;
  body: number;
}

/** Counts under how a word is written, before it is known whether it is a name. */
interface WordCount extends TermCount {
  /** Capitalised within a sentence, where only names are. */
  capital: number;
  small: number;
  /** As it was written first; null for a run of Chinese characters, katakana or hangul. */
  written: WrittenWord | null;
}

const LEAD_LENGTH = 600;
const BODY_LENGTH = 3_000;
/** So much after a name shows whether a title or the ending of a place follows it. */
const TITLE_LENGTH = 4;
/** A run of one script: Chinese characters (with the ノ and ヶ of place names), katakana, hangul, or spaced words. */
const TOKEN = new RegExp(
  [
    '[\\p{Script=Han}々〆]+(?:[ノヶケ][\\p{Script=Han}々]+)*',
    '[\\p{Script=Katakana}ー]+',
    '\\p{Script=Hangul}+',
    "[[\\p{L}\\p{N}]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]][[\\p{L}\\p{M}\\p{N}'’.\\-]--[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]]*",
  ].join('|'),
  'gv',
);
const HAS_DENSE = /[\u3040-\u9fff\uac00-\ud7af]/;
const HAN_PERSON = new RegExp(`^(\\p{Script=Han}{2,4}?)(?:${PERSON_TITLES.join('|')})`, 'u');
const HAN_PLACE = new RegExp(
  `^(\\p{Script=Han}[\\p{Script=Han}ノヶケ]{0,3}(?:${PLACE_ENDINGS.join('|')}))`,
  'u',
);
/** Marks a name in Chinese characters, which have no capitals. */
const NAME_MARK = '@';

/**
 * The terms of an article that can tell its event from others. Names keep their capital, other words are stems in
 * small letters, runs of Chinese characters are their pairs, katakana words are themselves.
 */
export function countTerms(title: string, text: string): Map<string, TermCount> {
  const words = new Map<string, WordCount>();
  countWords(words, title, 'title');
  countWords(words, text.slice(0, LEAD_LENGTH), 'lead');
  countWords(words, text.slice(LEAD_LENGTH, BODY_LENGTH), 'body');
  return mergeWords(words);
}

function countWords(words: Map<string, WordCount>, raw: string, field: keyof TermCount): void {
  const text = raw.normalize('NFKC');
  const capitalsTell = field !== 'title' || !isHeadlineCase(text);
  const count = (start: number, end: number): void => {
    if (text.charCodeAt(start) > 0x2fff) countDense(words, text, start, end, field);
    else countSpaced(words, text, start, end, field, capitalsTell);
  };
  if (HAS_DENSE.test(text))
    for (const { 0: token, index } of text.matchAll(TOKEN)) count(index, index + token.length);
  else
    for (let start = tokenStart(text, 0); start < text.length; ) {
      const end = tokenEnd(text, start);
      count(start, end);
      start = tokenStart(text, end);
    }
}

function countSpaced(
  words: Map<string, WordCount>,
  text: string,
  start: number,
  end: number,
  field: keyof TermCount,
  capitalsTell: boolean,
): void {
  const written = writtenWord(text, start, end);
  if (written === null) return;
  const count = countOf(words, written.word, written);
  add(count, field);
  if (!written.isCapital) count.small += 1;
  else if (capitalsTell && isInside(text, start)) count.capital += 1;
}

function countDense(
  words: Map<string, WordCount>,
  text: string,
  start: number,
  end: number,
  field: keyof TermCount,
): void {
  const token = text.slice(start, end);
  if (token.length < 2 || JAPANESE_STOP_WORDS.has(token)) return;
  if (/^[\p{Script=Katakana}\p{Script=Hangul}]/u.test(token)) {
    add(countOf(words, token, null), field);
    return;
  }
  const context = text.slice(start, end + TITLE_LENGTH);
  const name =
    HAN_PERSON.exec(context)?.[1] ??
    HAN_PLACE.exec(context)?.[1] ??
    (/[ノヶケ]/.test(token) ? token : undefined);
  if (name !== undefined) add(countOf(words, NAME_MARK + name, null), field);
  for (let i = 0; i + 2 <= token.length; i += 1) {
    const pair = token.slice(i, i + 2);
    if (!JAPANESE_STOP_WORDS.has(pair)) add(countOf(words, pair, null), field);
  }
}

function countOf(words: Map<string, WordCount>, word: string, written: WrittenWord | null): WordCount {
  let count = words.get(word);
  if (count === undefined) {
    count = { title: 0, lead: 0, body: 0, capital: 0, small: 0, written };
    words.set(word, count);
  }
  return count;
}

function add(count: TermCount, field: keyof TermCount): void {
  if (field === 'title') count.title += 1;
  else if (field === 'lead') count.lead += 1;
  else count.body += 1;
}

/** Whether something of the same sentence stands before this place. */
function isInside(text: string, index: number): boolean {
  for (let i = index - 1; i >= 0; i -= 1) {
    const sign = text[i]!;
    if (sign !== ' ' && sign !== '\u00a0') return !SENTENCE_BREAKS.includes(sign);
  }
  return false;
}

const SENTENCE_BREAKS = '.!?:;"“”‘«»\n—–-';

/** `Council Approves Plan for Bridge`: there capitals tell nothing. */
function isHeadlineCase(title: string): boolean {
  const words = title.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 2 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.7;
}

function mergeWords(words: ReadonlyMap<string, WordCount>): Map<string, TermCount> {
  const terms = new Map<string, TermCount>();
  for (const [word, count] of words) {
    const term = termOf(word, count);
    const known = terms.get(term);
    if (known === undefined) terms.set(term, count);
    else {
      known.title += count.title;
      known.lead += count.lead;
      known.body += count.body;
    }
  }
  return terms;
}

/** A word is a name where most of its capitals stand within sentences. */
function termOf(word: string, { written, capital, small }: WordCount): string {
  if (written === null) return word;
  return capital > 0 && capital > small ? written.name : written.stem;
}

/** Whether a term is a name: it keeps its capital, stands before a title, or is written in the script for foreign names. */
export function isName(term: string): boolean {
  const first = term.charCodeAt(0);
  return (
    (first >= 64 && first <= 90) ||
    (first >= 0x30a0 && first <= 0x30ff) ||
    (first > 191 && first < 0x2fff && /^\p{Lu}/u.test(term))
  );
}
