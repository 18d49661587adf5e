import { stemmer } from 'stemmer';

/** Offsets of the words of an English text, as parallel arrays of equal length. */
export interface WordSpans {
  starts: Int32Array;
  ends: Int32Array;
  count: number;
}

/**
 * Writes the offsets of the words in text[from, to) behind those that `into` holds. A word is a run of letters
 * and digits with inner apostrophes, acronym dots (U.S.), decimal points, 2+2 and a closing per-cent sign;
 * hyphens part words, so that "cost-sharing" and "cost sharing" are the same two.
 */
export function scanWords(text: string, from: number, to: number, into: WordSpans): void {
  let i = from;
  while (i < to) {
    if (!isWordCode(text.charCodeAt(i))) {
      i += 1;
      continue;
    }
    const start = i;
    i = wordEnd(text, i, to);
    if (into.count === into.starts.length) grow(into);
    into.starts[into.count] = start;
    into.ends[into.count] = i;
    into.count += 1;
  }
}

/** An empty list of words with room for `capacity` of them. */
export function emptyWords(capacity = 1024): WordSpans {
  return { starts: new Int32Array(capacity), ends: new Int32Array(capacity), count: 0 };
}

/**
 * The term that a word counts as: lower case, without possessive, accents and acronym dots, Porter-stemmed
 * (stemmer 2.0.1). US, U.S. and USA are one term, told from the pronoun by their capitals.
 */
export function termOf(surface: string): string {
  let word = surface.replaceAll('’', "'");
  if (word.endsWith("'s") || word.endsWith("'S")) word = word.slice(0, -2);
  word = word.replaceAll("'", '').replace(/(?<=\D)\.|\.(?=\D|$)/g, '');
  if (word === 'US' || word === 'USA') return 'usa';
  word = word.normalize('NFD').replace(/[̀-ͯ]/g, '').toLowerCase();
  if (!/^[a-z]+$/.test(word) || word.length < 3) return word;
  const fixed = IRREGULAR[word];
  return fixed ?? stemmer(word);
}

/** British spellings and pairs that the stemmer keeps apart or wrongly joins. */
const IRREGULAR: Readonly<Record<string, string>> = {
  defence: 'defens',
  defences: 'defens',
  programme: 'program',
  programmes: 'program',
  aluminium: 'aluminum',
  unit: 'unit_',
  units: 'unit_',
  universe: 'universe',
  university: 'university',
  universities: 'university',
  organisation: 'organ',
  organisations: 'organ',
  modernise: 'modern',
  modernised: 'modern',
  modernising: 'modern',
  modernisation: 'modern',
  modernize: 'modern',
  modernized: 'modern',
  modernizing: 'modern',
  modernization: 'modern',
  generals: 'general',
  generally: 'generally',
  important: 'important',
  import: 'import',
  imports: 'import',
  imported: 'import',
  policed: 'police',
  police: 'police',
  policies: 'polici',
};

const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;
const DOT = 0x2e;
const COMMA = 0x2c;
const PLUS = 0x2b;
const PER_CENT = 0x25;

function wordEnd(text: string, from: number, to: number): number {
  let i = from + 1;
  while (i < to) {
    const c = text.charCodeAt(i);
    if (isWordCode(c)) {
      i += 1;
      continue;
    }
    const next = i + 1 < to ? text.charCodeAt(i + 1) : 0;
    if ((c === APOSTROPHE || c === CURLY_APOSTROPHE) && isLetter(next)) i += 2;
    else if (
      c === DOT &&
      isLetter(next) &&
      isLetter(text.charCodeAt(i - 1)) &&
      singleLetters(text, from, i, to)
    )
      i += 2;
    else if ((c === DOT || c === COMMA || c === PLUS) && isDigit(next) && isDigit(text.charCodeAt(i - 1)))
      i += 2;
    else if (c === PER_CENT && isDigit(text.charCodeAt(i - 1))) return i + 1;
    else return i;
  }
  return i;
}

/** Whether the dot at `dot` parts two single letters, as in U.S. */
function singleLetters(text: string, from: number, dot: number, to: number): boolean {
  const before = dot - 1 === from || text.charCodeAt(dot - 2) === DOT;
  return before && (dot + 2 >= to || !isWordCode(text.charCodeAt(dot + 2)));
}

function grow(into: WordSpans): void {
  const starts = new Int32Array(into.starts.length * 2);
  const ends = new Int32Array(into.ends.length * 2);
  starts.set(into.starts);
  ends.set(into.ends);
  into.starts = starts;
  into.ends = ends;
}

function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39;
}

function isLetter(c: number): boolean {
  return (
    (c >= 0x61 && c <= 0x7a) ||
    (c >= 0x41 && c <= 0x5a) ||
    (c >= 0xc0 && c < 0x250 && c !== 0xd7 && c !== 0xf7)
  );
}

function isWordCode(c: number): boolean {
  return isLetter(c) || isDigit(c);
}
