import { CONCEPTS } from './data/concepts.ts';
import { NEWS_WORDS } from './data/news-words.ts';
import { stem } from './stem.ts';

/** Concepts by English stem or pair of stems; a word may stand for two (`president` of a country, of a firm). */
const english = new Map<string, string[]>();
/** Stems with which a known pair begins. */
const beginnings = new Set<string>();
/** Longest first, by first character. */
const japanese = new Map<string, { word: string; concept: string }[]>();
/** Countries and the like: they tell little. */
const places = new Set<string>();

const used = new Set<string>();
for (const words of CONCEPTS) {
  const [key = ''] = words;
  const spaced = words.filter((word) => word.charCodeAt(0) < 0x2fff);
  const dense = words.filter((word) => word.charCodeAt(0) > 0x2fff && word.length > 1);
  addConcept(key, spaced, dense);
  places.add(`=${key}`);
}
for (const line of NEWS_WORDS.trim().split('\n')) {
  const [en = '', ja = ''] = line.split(' = ');
  const spaced = en.split(', ');
  addConcept(spaced[0]!, spaced, ja.split(', '));
}
addCountries();
for (const list of japanese.values()) list.sort((a, b) => b.word.length - a.word.length);

function addConcept(name: string, spaced: readonly string[], dense: readonly string[]): void {
  const concept = used.has(name) ? `=${name}2` : `=${name}`;
  used.add(name);
  for (const word of spaced) {
    const key = word.split(' ').map(stem).join(' ');
    const [first = '', second] = key.split(' ');
    if (second !== undefined) beginnings.add(first);
    const list = english.get(key);
    if (list === undefined) english.set(key, [concept]);
    else if (!list.includes(concept)) list.push(concept);
  }
  for (const word of dense) {
    const list = japanese.get(word[0]!);
    if (list === undefined) japanese.set(word[0]!, [{ word, concept }]);
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
      addConcept(name, [name], [dense.replace(/\(.*\)/, '')]);
      places.add(`=${name}`);
    }
}

/** Whether a concept is a place or an office that most stories of a beat name. */
export function isPlaceConcept(concept: string): boolean {
  return places.has(concept);
}

/** The concepts of an English stem. */
export function conceptsOf(stem: string): readonly string[] {
  return english.get(stem) ?? NONE;
}

/** The concepts of two stems that stand together, such as `prime minister`. */
export function conceptsOfPair(first: string, second: string): readonly string[] {
  return beginnings.has(first) ? (english.get(`${first} ${second}`) ?? NONE) : NONE;
}

const NONE: readonly string[] = [];

/** The longest known Japanese word that begins at a place of a text. */
export function conceptAt(text: string, at: number): { word: string; concept: string } | undefined {
  return japanese.get(text[at]!)?.find(({ word }) => text.startsWith(word, at));
}
