import { PERSON_TITLES, PLACE_ENDINGS } from './data/japanese-titles.ts';
import { JAPANESE_STOP_WORDS, STOP_WORDS } from './data/stop-words.ts';
import { stem } from './stem.ts';

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
  surface: string;
}

const LEAD_LENGTH = 600;
const BODY_LENGTH = 3_000;
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
/** The same for a text in which no letter of those scripts stands: several times faster. */
const SPACED_TOKEN = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu;
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
  addWords(words, title, 'title');
  const plain = text.length > BODY_LENGTH ? text.slice(0, BODY_LENGTH) : text;
  addWords(words, plain.slice(0, LEAD_LENGTH), 'lead');
  addWords(words, plain.slice(LEAD_LENGTH), 'body');
  return mergeWords(words);
}

function addWords(words: Map<string, WordCount>, raw: string, field: keyof TermCount): void {
  const text = raw.normalize('NFKC');
  const headlineCase = field === 'title' && isHeadlineCase(text);
  for (const match of text.matchAll(HAS_DENSE.test(text) ? TOKEN : SPACED_TOKEN)) {
    const token = match[0];
    const first = token.charCodeAt(0);
    if (first > 0x2fff)
      addDense(words, token, text.slice(match.index, match.index + token.length + 4), field);
    else addSpaced(words, token, field, isCapital(token) && !headlineCase && isInside(text, match.index));
  }
}

function addSpaced(
  words: Map<string, WordCount>,
  token: string,
  field: keyof TermCount,
  inside: boolean,
): void {
  const surface = token.replace(/['’]s?$|[.'’-]+$/g, '');
  const word = surface.toLowerCase();
  if (word.length < 2 || STOP_WORDS.has(word) || (word.length < 4 && /^\d+$/.test(word))) return;
  const count = countOf(words, word, surface);
  count[field] += 1;
  if (inside) count.capital += 1;
  else if (!isCapital(token)) count.small += 1;
}

function addDense(
  words: Map<string, WordCount>,
  token: string,
  context: string,
  field: keyof TermCount,
): void {
  if (JAPANESE_STOP_WORDS.has(token) || token.length < 2) return;
  if (/^[\p{Script=Katakana}\p{Script=Hangul}]/u.test(token)) {
    countOf(words, token, token)[field] += 1;
    return;
  }
  const name =
    HAN_PERSON.exec(context)?.[1] ??
    HAN_PLACE.exec(context)?.[1] ??
    (/[ノヶケ]/.test(token) ? token : undefined);
  if (name !== undefined) countOf(words, NAME_MARK + name, NAME_MARK + name)[field] += 1;
  for (let i = 0; i + 2 <= token.length; i += 1) {
    const pair = token.slice(i, i + 2);
    if (!JAPANESE_STOP_WORDS.has(pair)) countOf(words, pair, pair)[field] += 1;
  }
}

function countOf(words: Map<string, WordCount>, word: string, surface: string): WordCount {
  let count = words.get(word);
  if (count === undefined) {
    count = { title: 0, lead: 0, body: 0, capital: 0, small: 0, surface };
    words.set(word, count);
  }
  return count;
}

function isCapital(token: string): boolean {
  const first = token.charCodeAt(0);
  return first >= 65 && first <= 90 ? true : first > 191 && /^\p{Lu}/u.test(token);
}

/** Whether something of the same sentence stands before this place. */
function isInside(text: string, index: number): boolean {
  for (let i = index - 1; i >= 0; i -= 1) {
    const sign = text[i]!;
    if (sign === ' ' || sign === '\u00a0') continue;
    return !/[.!?:;"“”‘«»\n—–-]/.test(sign);
  }
  return false;
}

/** `Council Approves Plan for Bridge`: there capitals tell nothing. */
function isHeadlineCase(title: string): boolean {
  const words = title.match(/\p{L}{4,}/gu) ?? [];
  return words.length > 2 && words.filter((word) => /^\p{Lu}/u.test(word)).length > words.length * 0.7;
}

function mergeWords(words: ReadonlyMap<string, WordCount>): Map<string, TermCount> {
  const terms = new Map<string, TermCount>();
  for (const [word, { title, lead, body, capital, small, surface }] of words) {
    const name = capital > 0 && capital > small;
    const term = name
      ? surface[0]!.toUpperCase() + word.slice(1)
      : word.charCodeAt(0) > 0x2fff
        ? word
        : stem(word);
    const count = terms.get(term);
    if (count === undefined) terms.set(term, { title, lead, body });
    else {
      count.title += title;
      count.lead += lead;
      count.body += body;
    }
  }
  return terms;
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
