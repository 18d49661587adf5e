import type { StoryMember } from './assign-story.ts';
import { CONCEPTS } from './data/concepts.ts';
import { isPlaceConcept } from './news-concepts.ts';

/** How well a term tells stories apart, 0 to 1. */
export type TermRarity = (term: string) => number;

/** Stories that are assumed beside the candidates and hold none of their terms, so that a few candidates decide little. */
const PRIOR = 6;
const LEAST = 0.05;
/** Countries, capitals and offices are in most stories of a beat, whatever the few candidates say. */
const KNOWN_COMMON = 0.35;
const common = new Set(CONCEPTS.flat().flatMap((words) => words.split(' ')));

/** Whether a term names a country, a capital or an office, as most articles do. */
export function isCommon(term: string): boolean {
  const first = term.charCodeAt(0);
  return isPlaceConcept(term) || common.has(first >= 65 && first <= 90 ? term.toLowerCase() : term);
}

/**
 * Rarity by stories, not articles: a term of one much-covered story stays telling, one of many stories does not. Taken
 * from the candidates alone, it needs no statistics of the past.
 */
export function termRarity(candidates: readonly StoryMember[]): TermRarity {
  const { holders, stories } = countHolders(candidates);
  const total = stories + PRIOR;
  const scale = Math.log(total);
  return (term) => {
    const rarity = Math.max(LEAST, 1 - Math.log(Math.max(1, holders.get(term) ?? 0)) / scale);
    return isCommon(term) ? rarity * KNOWN_COMMON : rarity;
  };
}

/** In how many stories each term occurs: candidates are taken story by story, so that the last one seen tells repeats. */
function countHolders(candidates: readonly StoryMember[]): { holders: Map<string, number>; stories: number } {
  const sorted = [...candidates].sort((a, b) => (a.storyId < b.storyId ? -1 : 1));
  const holders = new Map<string, number>();
  const last = new Map<string, string>();
  let stories = 0;
  let current: string | null = null;
  for (const { storyId, vector } of sorted) {
    if (storyId !== current) stories += 1;
    current = storyId;
    const note = (term: string): void => {
      if (last.get(term) === storyId) return;
      last.set(term, storyId);
      holders.set(term, (holders.get(term) ?? 0) + 1);
    };
    for (const term of vector.terms) note(term);
    for (const { keys } of vector.bridges) for (const key of keys) note(key);
  }
  return { holders, stories };
}
