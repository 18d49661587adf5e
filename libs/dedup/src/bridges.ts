import { BoundedMemo } from './bounded-memo.ts';
import { PERSON_TITLES, PLACE_ENDINGS } from './data/japanese-titles.ts';
import { namePairs, wordEnd, wordStart } from './english-words.ts';
import { figuresOf } from './figures.ts';
import { heaviest } from './heaviest.ts';
import { nameReadings } from './kanji-names.ts';
import { type Concept, conceptAt, conceptsOfPair, englishWord, isEnglishConcept } from './news-concepts.ts';
import { foldKana, foldRomaji } from './romaji.ts';
import { soundOfKana, soundOfLatin } from './sounds.ts';
import { isName, type TermCount } from './story-terms.ts';

/** Something in a text that a report in the other language would name too. */
export interface Bridge {
  /**
   * Ways in which the other text may have it: `^` a Japanese name as it is read, `~` a foreign name by its sound,
   * `=` a thing, `#` a figure. More than one where characters can be read in several ways.
   */
  readonly keys: readonly string[];
  /** By where it stands; headline and lead weigh more. */
  readonly weight: number;
  /** False for characters that are perhaps no name at all: it counts where it is found again, and else not. */
  readonly certain: boolean;
}

type Place = keyof TermCount;

/** Characters of Latin text; Japanese says the same in half. */
const LEAD = 350;
const BODY = 2_000;
const WEIGHT: Readonly<Record<Place, number>> = { title: 3, lead: 1.5, body: 1 };
const NAME = 1;
const PERHAPS_NAME = 0.8;
const FIGURE = 0.8;
const THING = 0.5;
const PLACE_THING = 0.3;
const LEAST_SOUNDS = 3;
const MOST = 48;
/** Names whose keys are remembered. */
const MOST_NAMES = 20_000;

/** What of an article survives translation, heaviest first; at most 48. `terms` are the article's own, counted. */
export function bridgesOf(
  title: string,
  text: string,
  published: string,
  terms: ReadonlyMap<string, TermCount>,
): Bridge[] {
  const found = new Collected();
  const lead = DENSE.test(text.slice(0, LEAD)) ? LEAD / 2 : LEAD;
  for (const [term, count] of terms) if (isName(term)) addName(found, term, count);
  const fields: readonly (readonly [Place, string])[] = [
    ['title', title],
    ['lead', text.slice(0, lead)],
    ['body', text.slice(lead, BODY)],
  ];
  for (const [place, raw] of fields) {
    const field = raw.normalize('NFKC');
    const dense = DENSE.test(field);
    if (dense) addJapanese(found, field, place);
    else {
      addEnglish(found, field, place);
      addPairs(found, field, place);
    }
    for (const figure of figuresOf(field, dense, Date.parse(published)))
      found.add([figure], FIGURE * WEIGHT[place], true);
  }
  return found.heaviest(MOST);
}

const DENSE = /[\u3040-\u30ff\u3400-\u9fff]/;

/** Gathers bridges under their first key; what occurs again grows slowly. */
class Collected {
  readonly #byKey = new Map<string, Weighed>();

  add(keys: readonly string[], weight: number, certain: boolean): void {
    const [key] = keys;
    if (key === undefined) return;
    const known = this.#byKey.get(key);
    if (known === undefined) this.#byKey.set(key, { key, keys, weight, certain });
    else {
      known.weight = Math.max(known.weight, weight) + 0.15 * Math.min(known.weight, weight);
      known.certain ||= certain;
    }
  }

  heaviest(most: number): Bridge[] {
    return heaviest([...this.#byKey.values()], most);
  }
}

interface Weighed {
  readonly key: string;
  readonly keys: readonly string[];
  weight: number;
  certain: boolean;
}

/** Names in capitals and in katakana. */
function addName(found: Collected, term: string, { title, lead, body }: TermCount): void {
  const keys = keysOfName.get(term);
  if (keys.length === 0) return;
  const place = title > 0 ? 'title' : lead > 0 ? 'lead' : 'body';
  found.add(keys, NAME * WEIGHT[place] * (1 + 0.3 * Math.log(title + lead + body)), true);
}

/** By sound and, where they may be Japanese, by spelling; none for what is a known word or no name. */
const keysOfName = new BoundedMemo<readonly string[]>(MOST_NAMES, (term) => {
  const kana = /^[\p{Script=Katakana}ー]{2,}$/u.test(term);
  if (!kana && !/^\p{Lu}[\p{L}'’-]{2,}$/u.test(term)) return [];
  if (kana ? conceptAt(term, 0)?.word === term : isEnglishConcept(term.toLowerCase())) return [];
  const keys: string[] = [];
  const spelling = kana ? foldKana(term) : foldRomaji(term);
  const sound = kana ? soundOfKana(term) : soundOfLatin(term);
  if (spelling !== null && spelling.length > 2) keys.push(`^${spelling}`);
  if (sound.length >= LEAST_SOUNDS) keys.push(`~${sound}`);
  return keys;
});

function addEnglish(found: Collected, raw: string, place: Place): void {
  const text = raw.toLowerCase();
  let before = englishWord('', 0, 0);
  for (let start = wordStart(text, 0); start < text.length; ) {
    const end = wordEnd(text, start);
    const word = englishWord(text, start, end);
    start = wordStart(text, end);
    if (word.isReporting) continue;
    const pair = conceptsOfPair(before, word);
    for (const concept of pair.length > 0 ? pair : word.concepts) addThing(found, concept, place);
    before = word;
  }
}

/** `Copper Ridge` is one word in katakana: neighbours are taken together too. */
function addPairs(found: Collected, text: string, place: Place): void {
  for (const [first, second] of namePairs(text))
    found.add([`~${soundOfLatin(first + second)}`], NAME * WEIGHT[place], false);
}

function addThing(found: Collected, { keys, isPlace }: Concept, place: Place): void {
  found.add(keys, (isPlace ? PLACE_THING : THING) * WEIGHT[place], true);
}

/** Known words are taken longest first; what stands between them within a run of characters may be a name. */
function addJapanese(found: Collected, text: string, place: Place): void {
  for (const match of text.matchAll(RUN)) {
    const [run] = match;
    const start = match.index;
    let rest = 0;
    for (let at = 0; at < run.length; ) {
      const known = conceptAt(text, start + at);
      const word = known?.word ?? endingAt(run, at);
      // A single character (`川`, `県`) is a word only at the end of a run: before it, it is part of a name.
      if (word === undefined || (word.length === 1 && (at + 1 < run.length || at === 0))) {
        at += 1;
        continue;
      }
      if (known !== undefined) addThing(found, known.concept, place);
      addHanName(found, run.slice(rest, at), true, place);
      at += word.length;
      rest = at;
    }
    const after = text.slice(start + run.length, start + run.length + 2);
    addHanName(
      found,
      run.slice(rest),
      after === 'さん' || text.slice(start - 4, start) === 'キャンプ',
      place,
    );
  }
  for (const [, name = ''] of text.matchAll(/[「『]([\p{Script=Hiragana}]{3,8})/gu))
    found.add([`^${foldKana(name)}`], NAME * WEIGHT[place], true);
  for (const [word] of text.matchAll(/[\p{Script=Katakana}ーA-Z0-9]{2,}/gu)) {
    const known = conceptAt(word, 0);
    if (known?.word === word) addThing(found, known.concept, place);
  }
}

const RUN = /[\p{Script=Han}々][\p{Script=Han}々ノヶケ]*/gu;
const COUNTRIES = /^[日米中韓朝台豪英仏独露印比伊加]+$/;
/** Longest first, by code of the first character. */
const endings = new Map<number, string[]>();
for (const ending of [...PERSON_TITLES, ...PLACE_ENDINGS].sort((a, b) => b.length - a.length))
  endings.set(ending.charCodeAt(0), [...(endings.get(ending.charCodeAt(0)) ?? []), ending]);

function endingAt(run: string, at: number): string | undefined {
  if (at > 0)
    for (const ending of endings.get(run.charCodeAt(at)) ?? []) if (run.startsWith(ending, at)) return ending;
  return undefined;
}

const LONGEST_NAME = 5;
const FAMILY = 2;

/** `marked`: a title, an ending or a known word stands beside it. */
function addHanName(found: Collected, name: string, marked: boolean, place: Place): void {
  if (name === '' || name.length > LONGEST_NAME || (name.length === 1 && !marked)) return;
  const weight = (marked ? NAME : PERHAPS_NAME) * WEIGHT[place];
  found.add(keysOfHanName.get(name), weight, marked && name.length > 1);
}

const keysOfHanName = new BoundedMemo<readonly string[]>(MOST_NAMES, (name) => {
  if (COUNTRIES.test(name)) return [];
  const whole = nameReadings(name);
  // A full name is written as one run; the other language may give the family alone.
  const family = name.length > FAMILY ? nameReadings(name.slice(0, FAMILY)) : [];
  const inTurn = [...whole.slice(0, 3), ...family.slice(0, 3), ...whole, ...family];
  return [...new Set(inTurn)].map((reading) => `^${reading}`);
});
