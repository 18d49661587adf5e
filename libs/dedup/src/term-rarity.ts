import { CONCEPTS } from './data/concepts.ts';
import { isPlaceConcept } from './news-concepts.ts';
import type { StoryVector } from './story-vector.ts';

/** How well a term tells stories apart, 0 to 1. */
export type TermRarity = (term: string) => number;

/** Stories that are assumed beside the candidates and hold none of their terms, so that a few candidates decide little. */
const PRIOR = 6;
const LEAST = 0.05;
const LIKELY_READINGS = 4;
/** Countries, capitals and offices are in most stories of a beat, whatever the few candidates say. */
const KNOWN_COMMON = 0.35;
const common = new Set(CONCEPTS.flat().flatMap((words) => words.split(' ')));

/** Whether a term names a country, a capital or an office, as most articles do. */
export function isCommon(term: string): boolean {
  const first = term.charCodeAt(0);
  return isPlaceConcept(term) || common.has(first >= 65 && first <= 90 ? term.toLowerCase() : term);
}

/** In how many stories a term was met, and the last of them: candidates are taken story by story. */
interface Holders {
  stories: number;
  last: string;
}

/**
 * Rarity by stories, not articles: a term of one much-covered story stays telling, one of many stories does not. Taken
 * from the candidates alone, it needs no statistics of the past.
 */
export function termRarity(
  article: StoryVector,
  candidates: readonly { storyId: string; vector: StoryVector }[],
): TermRarity {
  const { holders, stories } = countHolders(article, candidates);
  const total = stories + PRIOR;
  const scale = Math.log(total);
  const known = new Map<string, number>();
  return (term) => {
    const before = known.get(term);
    if (before !== undefined) return before;
    const rarity = Math.max(LEAST, 1 - Math.log(Math.max(1, holders.get(term)?.stories ?? 1)) / scale);
    const weighed = isCommon(term) ? rarity * KNOWN_COMMON : rarity;
    known.set(term, weighed);
    return weighed;
  };
}

/** Of the article's own terms; what it does not have is as rare as it looks. */
function countHolders(
  article: StoryVector,
  candidates: readonly { storyId: string; vector: StoryVector }[],
): { holders: ReadonlyMap<string, Holders>; stories: number } {
  const sorted = [...candidates].sort((a, b) => (a.storyId < b.storyId ? -1 : 1));
  const own = [...article.terms, ...article.bridges.flatMap(({ keys }) => keys)];
  const holders = new Map(own.map((term) => [term, { stories: 0, last: '' }]));
  let stories = 0;
  let current: string | null = null;
  const note = (term: string, storyId: string): void => {
    const known = holders.get(term);
    if (known !== undefined && known.last !== storyId) {
      known.stories += 1;
      known.last = storyId;
    }
  };
  for (const { storyId, vector } of sorted) {
    if (storyId !== current) stories += 1;
    current = storyId;
    for (const term of vector.terms) note(term, storyId);
    // The likeliest readings of a name are enough to know how common it is.
    for (const { keys } of vector.bridges)
      for (let i = 0; i < keys.length && i < LIKELY_READINGS; i += 1) note(keys[i]!, storyId);
  }
  return { holders, stories };
}
