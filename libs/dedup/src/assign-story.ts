import type { StoryVector } from './story-vector.ts';

/** An article that has a story already. */
export interface StoryMember {
  readonly storyId: string;
  readonly vector: StoryVector;
}

/** Which story an article belongs to. */
export interface StoryAssignment {
  /** Null: it begins a story of its own. */
  readonly storyId: string | null;
  /** Likeness to the story's nearest articles, 0 to 1. */
  readonly similarity: number;
  /** In words: the shared terms and the likeness. */
  readonly why: string;
  /** Other stories that turned out to be the same; the oldest id of all lives on (see `survivingStory`). */
  readonly merge: readonly string[];
}

const JOIN = 0.3;
/** Two stories are one when an article is this near to both. */
const MERGE = 0.5;
const NEAREST = 4;
/** Days after which a likeness counts for nothing. */
const REACH_DAYS = 5.5;
const DAY = 86_400_000;

/**
 * The story of an article among candidates: articles of the days around it that share key terms. A story's likeness is
 * the mean of its nearest articles, so that one odd member draws nobody in. Order of the candidates does not matter.
 */
export function assignStory(article: StoryVector, candidates: readonly StoryMember[]): StoryAssignment {
  const ranked = rankStories(article, candidates);
  const best = ranked[0];
  if (best === undefined || best.similarity < JOIN) {
    const nearest =
      best === undefined ? 'no candidate' : `nearest story ${best.storyId} at ${best.similarity.toFixed(2)}`;
    return { storyId: null, similarity: best?.similarity ?? 0, why: `new story: ${nearest}`, merge: [] };
  }
  const merge = ranked
    .slice(1)
    .filter((story) => story.similarity >= MERGE)
    .map((story) => story.storyId);
  const why = `shares ${best.shared.slice(0, 5).join(', ')} (${best.similarity.toFixed(2)})`;
  return { storyId: best.storyId, similarity: best.similarity, why, merge };
}

/** Of stories found to be one, the id that lives on: the first that was begun. Ids are decimal strings, given in order. */
export function survivingStory(ids: readonly string[]): string | null {
  return [...ids].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? null;
}

/** Cosine of two vectors, lessened by the days between them. */
export function storySimilarity(a: StoryVector, b: StoryVector): number {
  return cosine(a, b) * nearness(a.at, b.at);
}

interface RankedStory {
  readonly storyId: string;
  readonly similarity: number;
  readonly shared: readonly string[];
}

function rankStories(article: StoryVector, candidates: readonly StoryMember[]): RankedStory[] {
  const byStory = new Map<string, { similarity: number; member: StoryVector }[]>();
  for (const { storyId, vector } of candidates) {
    const entry = { similarity: storySimilarity(article, vector), member: vector };
    const list = byStory.get(storyId);
    if (list === undefined) byStory.set(storyId, [entry]);
    else list.push(entry);
  }
  return [...byStory]
    .map(([storyId, entries]) => {
      const nearest = entries.sort((a, b) => b.similarity - a.similarity).slice(0, NEAREST);
      const similarity = nearest.reduce((sum, entry) => sum + entry.similarity, 0) / nearest.length;
      return { storyId, similarity, shared: sharedTerms(article, nearest[0]!.member) };
    })
    .sort((a, b) => b.similarity - a.similarity || (a.storyId < b.storyId ? -1 : 1));
}

function cosine(a: StoryVector, b: StoryVector): number {
  const weights = new Map(a.terms.map((term, i) => [term, a.weights[i]!]));
  let sum = 0;
  b.terms.forEach((term, i) => {
    sum += (weights.get(term) ?? 0) * b.weights[i]!;
  });
  return Math.min(1, sum);
}

function nearness(a: string, b: string): number {
  const days = Math.abs(Date.parse(a) - Date.parse(b)) / DAY;
  return Number.isNaN(days) ? 0 : Math.max(0, 1 - (days / REACH_DAYS) ** 2);
}

function sharedTerms(a: StoryVector, b: StoryVector): string[] {
  const other = new Set(b.terms);
  return a.terms.filter((term) => other.has(term));
}
