import { stemmer } from 'stemmer';

/** Offsets of tokens, as parallel arrays with room for all that a text can hold. */
export interface TokenSpans {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** The spelling of a word of at most ten plain letters and digits, six bits each: the first five, and the next. */
  readonly low: Int32Array;
  /** The second half of the spelling; LONG where the word is longer or holds other characters. */
  readonly high: Int32Array;
  count: number;
}

/** Stands for a spelling that two numbers cannot hold. */
export const LONG = -1;

/** Room for the tokens of texts of `length` code units: words have at least one letter and one gap. */
export function roomForWords(length: number): TokenSpans {
  const most = (length >> 1) + 8;
  return {
    starts: new Int32Array(most),
    ends: new Int32Array(most),
    low: new Int32Array(most),
    high: new Int32Array(most),
    count: 0,
  };
}

/**
 * Writes the offsets of the words in text[from, to) behind those that `into` holds. A word is a run of letters
 * and digits with inner apostrophes, acronym dots (U.S.), decimal points, 2+2 and a closing per-cent sign;
 * hyphens part words, so that "cost-sharing" and "cost sharing" are the same two.
 */
export function scanWords(text: string, from: number, to: number, into: TokenSpans): void {
  const { starts, ends, low, high } = into;
  let count = into.count;
  let i = from;
  while (i < to) {
    let c = text.charCodeAt(i);
    if (!isWordCode(c)) {
      i += 1;
      continue;
    }
    const start = i;
    let first = 0;
    let second = 0;
    let isPlain = true;
    do {
      const code = SPELLING[c]!;
      if (code === 0) isPlain = false;
      if (i < start + HALF) first = (first << 6) | code;
      else second = (second << 6) | code;
      i += 1;
      c = i < to ? text.charCodeAt(i) : 0;
    } while (isWordCode(c));
    if (i > start + 2 * HALF) isPlain = false;
    if (mayJoin(c)) {
      const end = wordEnd(text, start, i, to);
      if (end !== i) isPlain = false;
      i = end;
    }
    starts[count] = start;
    ends[count] = i;
    low[count] = first;
    high[count] = isPlain ? second : LONG;
    count += 1;
  }
  into.count = count;
}

/** Letters whose spelling one number holds. */
const HALF = 5;

/** Six bits for each plain letter and digit, never 0, so that spellings of any length differ; 0 for every other character. */
const SPELLING = new Uint8Array(0x250);
for (const [place, letter] of [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'].entries())
  SPELLING[letter.charCodeAt(0)] = place + 1;

/**
 * The term that a word counts as: lower case, without possessive, accents and acronym dots, Porter-stemmed
 * (stemmer 2.0.1). US, U.S. and USA are one term, told from the pronoun by their capitals.
 */
export function termOf(surface: string): string {
  if (isSmallPlain(surface)) return stemOf(surface);
  let word = surface.replaceAll('’', "'");
  if (word.endsWith("'s") || word.endsWith("'S")) word = word.slice(0, -2);
  word = word.replaceAll("'", '').replace(/(?<=\D)\.|\.(?=\D|$)/g, '');
  if (word === 'US' || word === 'USA') return 'usa';
  word = word.normalize('NFD').replace(/[̀-ͯ]/g, '').toLowerCase();
  return isSmallPlain(word) ? stemOf(word) : word;
}

function isSmallPlain(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i);
    if (c < 0x61 || c > 0x7a) return false;
  }
  return word !== '';
}

const stemOf = (word: string): string => (word.length < 3 ? word : (IRREGULAR.get(word) ?? stemmer(word)));

/** British spellings and pairs that the stemmer keeps apart or wrongly joins. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
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
  }),
);

const APOSTROPHE = 0x27;
const CURLY_APOSTROPHE = 0x2019;
const DOT = 0x2e;
const COMMA = 0x2c;
const PLUS = 0x2b;
const PER_CENT = 0x25;

/** Whether a mark may stand within a word. */
function mayJoin(c: number): boolean {
  return (
    c === DOT || c === APOSTROPHE || c === CURLY_APOSTROPHE || c === COMMA || c === PLUS || c === PER_CENT
  );
}

function wordEnd(text: string, from: number, plainEnd: number, to: number): number {
  let i = plainEnd;
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

/** 1 for Latin letters, 2 for digits, by code; everything from U+0250 on parts words. */
const CLASSES = new Uint8Array(0x250);
for (let c = 0; c < CLASSES.length; c++) {
  const latin =
    (c >= 0x61 && c <= 0x7a) || (c >= 0x41 && c <= 0x5a) || (c >= 0xc0 && c !== 0xd7 && c !== 0xf7);
  CLASSES[c] = latin ? 1 : c >= 0x30 && c <= 0x39 ? 2 : 0;
}

function isDigit(c: number): boolean {
  return c >= 0x30 && c <= 0x39;
}

function isLetter(c: number): boolean {
  return c < 0x250 && CLASSES[c] === 1;
}

function isWordCode(c: number): boolean {
  return c < 0x250 && CLASSES[c] !== 0;
}
