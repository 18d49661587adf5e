import { PERSON_TITLES, PLACE_ENDINGS } from './data/japanese-titles.ts';
import { figuresOf } from './figures.ts';
import { nameReadings } from './kanji-names.ts';
import { conceptAt, conceptsOf, conceptsOfPair, isPlaceConcept } from './news-concepts.ts';
import { foldKana, foldRomaji } from './romaji.ts';
import { soundOfKana, soundOfLatin } from './sounds.ts';
import { stem } from './stem.ts';
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
  readonly #byKey = new Map<string, { keys: readonly string[]; weight: number; certain: boolean }>();

  add(keys: readonly string[], weight: number, certain: boolean): void {
    const [first] = keys;
    if (first === undefined) return;
    const known = this.#byKey.get(first);
    if (known === undefined) this.#byKey.set(first, { keys, weight, certain });
    else {
      known.weight = Math.max(known.weight, weight) + 0.15 * Math.min(known.weight, weight);
      known.certain ||= certain;
    }
  }

  heaviest(most: number): Bridge[] {
    return [...this.#byKey.values()]
      .sort((a, b) => b.weight - a.weight || (a.keys[0]! < b.keys[0]! ? -1 : 1))
      .slice(0, most);
  }
}

/** Names in capitals and in katakana, by sound and, where they may be Japanese, by spelling. */
function addName(found: Collected, term: string, { title, lead, body }: TermCount): void {
  const kana = /^[\p{Script=Katakana}ー]{2,}$/u.test(term);
  if (!kana && !/^\p{Lu}[\p{L}'’-]{2,}$/u.test(term)) return;
  if (!kana && conceptsOf(stem(term.toLowerCase())).length > 0) return;
  if (kana && conceptAt(term, 0)?.word === term) return;
  const keys: string[] = [];
  const spelling = kana ? foldKana(term) : foldRomaji(term);
  const sound = kana ? soundOfKana(term) : soundOfLatin(term);
  if (spelling !== null && spelling.length > 2) keys.push(`^${spelling}`);
  if (sound.length >= LEAST_SOUNDS) keys.push(`~${sound}`);
  const place = title > 0 ? 'title' : lead > 0 ? 'lead' : 'body';
  found.add(keys, NAME * WEIGHT[place] * (1 + 0.3 * Math.log(title + lead + body)), true);
}

function addEnglish(found: Collected, text: string, place: Place): void {
  let before = '';
  for (const [word] of text.toLowerCase().matchAll(/[a-z][a-z0-9]*(?:[-.'’][a-z0-9]+)*/g)) {
    if (word === 'according') continue;
    const one = stem(word.replace(/['’]s$/, ''));
    const pair = conceptsOfPair(before, one);
    for (const concept of pair.length > 0 ? pair : conceptsOf(one)) addThing(found, concept, place);
    before = one;
  }
}

/** `Copper Ridge` is one word in katakana: neighbours are taken together too. */
function addPairs(found: Collected, text: string, place: Place): void {
  for (const [, first = '', second = ''] of text.matchAll(
    /(?<=[a-z,] |^)(\p{Lu}\p{Ll}+)(?= (\p{Lu}\p{Ll}+))/gu,
  ))
    found.add([`~${soundOfLatin(first + second)}`], NAME * WEIGHT[place], false);
}

function addThing(found: Collected, concept: string, place: Place): void {
  found.add([concept], (isPlaceConcept(concept) ? PLACE_THING : THING) * WEIGHT[place], true);
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
const endings = [...PERSON_TITLES, ...PLACE_ENDINGS].sort((a, b) => b.length - a.length);

function endingAt(run: string, at: number): string | undefined {
  return at === 0 ? undefined : endings.find((ending) => run.startsWith(ending, at));
}

const LONGEST_NAME = 5;
const FAMILY = 2;

/** `marked`: a title, an ending or a known word stands beside it. */
function addHanName(found: Collected, name: string, marked: boolean, place: Place): void {
  if (name === '' || name.length > LONGEST_NAME || COUNTRIES.test(name) || (name.length === 1 && !marked))
    return;
  const whole = nameReadings(name);
  // A full name is written as one run; the other language may give the family alone.
  const family = name.length > FAMILY ? nameReadings(name.slice(0, FAMILY)) : [];
  const inTurn = [...whole.slice(0, 3), ...family.slice(0, 3), ...whole, ...family];
  const keys = [...new Set(inTurn)].map((reading) => `^${reading}`);
  const weight = (marked ? NAME : PERHAPS_NAME) * WEIGHT[place];
  found.add(keys, weight, marked && name.length > 1);
}
