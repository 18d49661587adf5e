import { carriesSubject, foldCode } from '../text/japanese.ts';
import { roomForWords, scanWords, termOf } from '../text/words.ts';
import type { BackgroundSnapshot, LanguageStatistics } from './background.ts';
import { isStopTerm } from './vocabulary.ts';

/** A text of the stream, with whatever tells where it comes from. */
export interface StreamText {
  readonly text: string;
  readonly language: string;
  readonly outletId: string;
}

/** A word that a model never met, as it is most often written. */
export interface UnseenWord {
  readonly word: string;
  readonly language: string;
  readonly texts: number;
  readonly outlets: number;
}

/** Fewer texts, or a single outlet, is a name or a slip rather than something new in the news. */
const LEAST_TEXTS = 3;
const LEAST_OUTLETS = 2;

/**
 * What a stream's texts hold that the statistics of a model do not: the share of their running terms (English stems,
 * Japanese character pairs) and the words of several outlets, the most widespread first. Languages that the statistics
 * do not know are left out, for all of their words would be new. `share` is null where nothing could be compared.
 */
export function findUnseen(
  texts: readonly StreamText[],
  background: BackgroundSnapshot,
): { share: number | null; words: UnseenWord[] } {
  const found = new Map<string, Sightings>();
  let [terms, unseen] = [0, 0];
  for (const one of texts) {
    const known = background.languages[one.language];
    if (known === undefined) continue;
    const read = one.language === 'ja' ? readPairs(one.text, known) : readWords(one.text, known);
    terms += read.terms;
    unseen += read.unseen;
    for (const [key, word] of read.words) note(found, `${one.language} ${key}`, word, one);
  }
  const words = [...found.values()]
    .filter(({ texts: n, outlets }) => n >= LEAST_TEXTS && outlets.size >= LEAST_OUTLETS)
    .map(({ language, texts: n, outlets, spellings }) => ({
      word: mostOften(spellings),
      language,
      texts: n,
      outlets: outlets.size,
    }))
    .sort((a, b) => b.texts - a.texts || b.outlets - a.outlets || (a.word < b.word ? -1 : 1));
  return { share: terms === 0 ? null : unseen / terms, words };
}

interface Sightings {
  language: string;
  texts: number;
  outlets: Set<string>;
  spellings: Map<string, number>;
}

/** What one text holds: running terms, how many of them are unseen, and the unseen words by what they count as. */
interface Reading {
  terms: number;
  unseen: number;
  words: Map<string, string>;
}

function readWords(text: string, { terms: known }: LanguageStatistics): Reading {
  const spans = roomForWords(text.length);
  scanWords(text, 0, text.length, spans);
  const reading: Reading = { terms: 0, unseen: 0, words: new Map() };
  for (let i = 0; i < spans.count; i++) {
    const word = text.slice(spans.starts[i], spans.ends[i]);
    const term = termOf(word);
    if (isStopTerm(term) || /^\d/.test(term)) continue;
    reading.terms += 1;
    if (Object.hasOwn(known, term)) continue;
    reading.unseen += 1;
    if (!reading.words.has(term)) reading.words.set(term, word);
  }
  return reading;
}

/** Runs of characters of which every pair is new: a new name is found whole, though nothing parts it from its neighbours. */
function readPairs(text: string, { terms: known }: LanguageStatistics): Reading {
  const reading: Reading = { terms: 0, unseen: 0, words: new Map() };
  let start = 0;
  let before = 0;
  let isRun = false;
  const close = (end: number): void => {
    const word = text.slice(start, end);
    if (isRun) reading.words.set(word, word);
    isRun = false;
  };
  for (let i = 0; i < text.length; i++) {
    const code = foldCode(text.charCodeAt(i));
    const c = carriesSubject(code) ? code : 0;
    const isPair = c !== 0 && before !== 0 && !(isDigit(c) || isDigit(before));
    const isNew = isPair && !Object.hasOwn(known, String.fromCharCode(before, c));
    if (isPair) reading.terms += 1;
    if (isNew) {
      reading.unseen += 1;
      if (!isRun) start = i - 1;
      isRun = true;
    } else if (isRun) close(i);
    before = c;
  }
  close(text.length);
  return reading;
}

const isDigit = (c: number): boolean => c >= 0x30 && c <= 0x39;

function note(
  found: Map<string, Sightings>,
  key: string,
  word: string,
  { language, outletId }: StreamText,
): void {
  const seen = found.get(key) ?? { language, texts: 0, outlets: new Set(), spellings: new Map() };
  found.set(key, seen);
  seen.texts += 1;
  seen.outlets.add(outletId);
  seen.spellings.set(word, (seen.spellings.get(word) ?? 0) + 1);
}

function mostOften(spellings: ReadonlyMap<string, number>): string {
  return [...spellings].reduce((best, one) => (one[1] > best[1] ? one : best))[0];
}
