import { CONCEPTS } from './data/concepts.ts';
import { isPlaceConcept } from './news-concepts.ts';
import type { Reading, Vocabulary } from './vocabulary.ts';

/** How well terms tell stories apart, 0 to 1. */
export interface TermRarity {
  /** Of any term. */
  of(term: string): number;
  /** Of the terms of the article that the rarity was counted for, by their numbers in its vocabulary. */
  readonly own: readonly number[];
  readonly vocabulary: Vocabulary;
}

/** A candidate as the article's vocabulary reads it. */
export interface ReadMember {
  readonly storyId: string;
  readonly reading: Reading;
}

/** Stories that are assumed beside the candidates and hold none of their terms, so that a few candidates decide little. */
const PRIOR = 6;
const LEAST = 0.05;
/** Countries, capitals and offices are in most stories of a beat, whatever the few candidates say. */
const KNOWN_COMMON = 0.35;
/** As they are written, and as names. */
const common = new Set(
  CONCEPTS.flat()
    .flatMap((words) => words.split(' '))
    .flatMap((word) => [word, word[0]!.toUpperCase() + word.slice(1)]),
);

/** Whether a term names a country, a capital or an office, as most articles do. */
export function isCommon(term: string): boolean {
  return common.has(term) || isPlaceConcept(term);
}

/**
 * Rarity by stories, not articles: a term of one much-covered story stays telling, one of many stories does not. Taken
 * from the candidates alone, it needs no statistics of the past.
 */
export function termRarity(vocabulary: Vocabulary, candidates: readonly ReadMember[]): TermRarity {
  const words = vocabulary.words;
  const byStory = groupByStory(candidates);
  const holders = countHolders(words.length, byStory);
  const scale = Math.log(byStory.length + PRIOR);
  const own = words.map(
    (term, i) => Math.max(LEAST, 1 - Math.log(Math.max(1, holders[i]!)) / scale) * commonness(term),
  );
  const of = (term: string): number => {
    const number = vocabulary.numberOf(term);
    return number < 0 ? commonness(term) : own[number]!;
  };
  return { of, own, vocabulary };
}

/** What the article does not have is as rare as it looks. */
export function commonness(term: string): number {
  return isCommon(term) ? KNOWN_COMMON : 1;
}

function groupByStory(candidates: readonly ReadMember[]): Reading[][] {
  const byStory = new Map<string, Reading[]>();
  for (const { storyId, reading } of candidates) {
    const list = byStory.get(storyId);
    if (list === undefined) byStory.set(storyId, [reading]);
    else list.push(reading);
  }
  return [...byStory.values()];
}

/** In how many stories each of the article's own terms was met. */
function countHolders(terms: number, stories: readonly (readonly Reading[])[]): Int32Array {
  const holders = new Int32Array(terms);
  /** The last story that had it, counted from 1. */
  const last = new Int32Array(terms);
  const note = (term: number, story: number): void => {
    if (term < 0 || last[term] === story) return;
    last[term] = story;
    holders[term]! += 1;
  };
  stories.forEach((readings, i) => {
    for (const reading of readings) {
      for (const term of reading.terms) note(term, i + 1);
      for (const key of reading.likelyKeys) note(key, i + 1);
    }
  });
  return holders;
}
