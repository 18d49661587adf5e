import { CONCEPTS } from './data/concepts.ts';
import { NEWS_WORDS } from './data/news-words.ts';
import { stem } from './stem.ts';
import { WordTable } from './word-table.ts';

/** What news words of both languages stand for. */
export interface Concept {
  /** Its one key as a bridge, such as `=election`. */
  readonly keys: readonly [string];
  /** Whether it is a place or an office that most stories of a beat name. */
  readonly isPlace: boolean;
}

/** An English word as far as concepts go. */
export interface EnglishWord {
  readonly stem: string;
  readonly concepts: readonly Concept[];
  /** Whether a known pair such as `prime minister` begins with it. */
  readonly beginsPair: boolean;
  /** `According to`: not the accord that its stem means. */
  readonly isReporting: boolean;
}

/** By English stem or pair of stems; a word may stand for two (`president` of a country, of a firm). */
const english = new Map<string, Concept[]>();
/** Stems with which a known pair begins. */
const beginnings = new Set<string>();
/** Longest first, by code of the first character. */
const japanese = new Map<number, JapaneseWord[]>();
/** Countries and the like: they tell little. */
const places = new Set<string>();

const used = new Set<string>();
for (const words of CONCEPTS) {
  const [key = ''] = words;
  const spaced = words.filter((word) => word.charCodeAt(0) < 0x2fff);
  const dense = words.filter((word) => word.charCodeAt(0) > 0x2fff && word.length > 1);
  addConcept(key, spaced, dense, true);
}
for (const line of NEWS_WORDS.trim().split('\n')) {
  const [en = '', ja = ''] = line.split(' = ');
  const spaced = en.split(', ');
  addConcept(spaced[0]!, spaced, ja.split(', '), false);
}
addCountries();
for (const list of japanese.values()) list.sort((a, b) => b.word.length - a.word.length);

function addConcept(
  name: string,
  spaced: readonly string[],
  dense: readonly string[],
  isPlace: boolean,
): void {
  const concept: Concept = { keys: [used.has(name) ? `=${name}2` : `=${name}`], isPlace };
  used.add(name);
  if (isPlace) places.add(concept.keys[0]);
  for (const word of spaced) {
    const key = word.split(' ').map(stem).join(' ');
    const [first = '', second] = key.split(' ');
    if (second !== undefined) beginnings.add(first);
    const list = english.get(key);
    if (list === undefined) english.set(key, [concept]);
    else if (!list.some(({ keys }) => keys[0] === concept.keys[0])) list.push(concept);
  }
  for (const word of dense) {
    const first = word.charCodeAt(0);
    const list = japanese.get(first);
    if (list === undefined) japanese.set(first, [{ word, concept }]);
    else if (!list.some((other) => other.word === word)) list.push({ word, concept });
  }
}

/** Every country's name in both languages comes with the runtime. */
function addCountries(): void {
  const [en, ja] = ['en', 'ja'].map(
    (language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }),
  );
  for (let first = 65; first <= 90; first += 1)
    for (let second = 65; second <= 90; second += 1) {
      const code = String.fromCharCode(first, second);
      const [name, dense] = [en?.of(code)?.toLowerCase(), ja?.of(code)];
      if (name === undefined || dense === undefined || name.includes('(') || used.has(name)) continue;
      addConcept(name, [name], [dense.replace(/\(.*\)/, '')], true);
    }
}

/** Whether a bridge's key is a concept that most stories of a beat name. */
export function isPlaceConcept(key: string): boolean {
  return places.has(key);
}

/** News has some ten thousand words. */
const MOST_WORDS = 20_000;
const words = new WordTable<EnglishWord>(MOST_WORDS, (word) => {
  const stemmed = stem(word.replace(/['’]s$/, ''));
  return {
    stem: stemmed,
    concepts: english.get(stemmed) ?? NONE,
    beginsPair: beginnings.has(stemmed),
    isReporting: word === 'according',
  };
});

/** The word from `start` to before `end` of a text in small letters, with what it stands for. */
export function englishWord(text: string, start: number, end: number): EnglishWord {
  return words.get(text, start, end);
}

/** Whether a word that could be a name is a known word. */
export function isEnglishConcept(word: string): boolean {
  return english.has(stem(word));
}

/** The concepts of two words that stand together, such as `prime minister`. */
export function conceptsOfPair(first: EnglishWord, second: EnglishWord): readonly Concept[] {
  return first.beginsPair ? (english.get(`${first.stem} ${second.stem}`) ?? NONE) : NONE;
}

const NONE: readonly Concept[] = [];

interface JapaneseWord {
  readonly word: string;
  readonly concept: Concept;
}

/** The longest known Japanese word that begins at a place of a text. */
export function conceptAt(text: string, at: number): JapaneseWord | undefined {
  const candidates = japanese.get(text.charCodeAt(at));
  if (candidates !== undefined)
    for (const candidate of candidates) if (text.startsWith(candidate.word, at)) return candidate;
  return undefined;
}
