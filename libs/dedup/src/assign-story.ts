import { compareBridges, prepareBridges } from './compare-bridges.ts';
import { compareTerms, type Likeness, weighTerms } from './compare-terms.ts';
import type { StoryVector } from './story-vector.ts';
import { termRarity, type TermRarity } from './term-rarity.ts';

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

/** Chosen on a synthetic press in two languages and looked over on real news; F1 changes little from .40 to .50. */
const JOIN = 0.45;
/** Two stories are one when an article is this near to both. */
const MERGE = 0.6;
const NEAREST = 3;
const DAY = 86_400_000;

/**
 * The story of an article among candidates: articles of the days around it that share key terms. A term counts by how
 * few of the candidates' stories have it; a story's likeness is the mean of its nearest articles, so that one odd
 * member draws nobody in. The order of the candidates does not matter.
 */
export function assignStory(article: StoryVector, candidates: readonly StoryMember[]): StoryAssignment {
  const rarity = termRarity(article, candidates);
  const ranked = rankStories(article, candidates, rarity);
  const best = ranked[0];
  if (best === undefined || best.similarity < JOIN) {
    const nearest =
      best === undefined ? 'no candidate' : `nearest story ${best.storyId} at ${best.similarity.toFixed(2)}`;
    return { storyId: null, similarity: best?.similarity ?? 0, why: `new story: ${nearest}`, merge: [] };
  }
  const merge = ranked
    .slice(1)
    .filter((story) => isOneWith(best, story, rarity))
    .map((story) => story.storyId);
  const why = `shares ${best.shared.slice(0, 5).join(', ')} (${best.similarity.toFixed(2)})`;
  return { storyId: best.storyId, similarity: best.similarity, why, merge };
}

/** Of stories found to be one, the id that lives on: the first that was begun. Ids are decimal strings, given in order. */
export function survivingStory(ids: readonly string[]): string | null {
  return [...ids].sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? null;
}

interface RankedStory {
  readonly storyId: string;
  readonly similarity: number;
  readonly shared: readonly string[];
  readonly nearest: readonly StoryVector[];
}

function rankStories(
  article: StoryVector,
  candidates: readonly StoryMember[],
  rarity: TermRarity,
): RankedStory[] {
  const compare = comparer(article, rarity);
  const byStory = new Map<string, { vector: StoryVector; likeness: Likeness }[]>();
  for (const { storyId, vector } of candidates) {
    const one = { vector, likeness: compare(vector) };
    const list = byStory.get(storyId);
    if (list === undefined) byStory.set(storyId, [one]);
    else list.push(one);
  }
  return [...byStory]
    .flatMap(([storyId, list]) => {
      const parts = [true, false].map((dense) => list.filter(({ vector }) => vector.dense === dense));
      return parts.filter((part) => part.length > 0).map((part) => rank(storyId, part));
    })
    .sort((a, b) => b.similarity - a.similarity || (a.storyId < b.storyId ? -1 : 1))
    .filter(({ storyId }, at, all) => all.findIndex((other) => other.storyId === storyId) === at);
}

function rank(storyId: string, list: { vector: StoryVector; likeness: Likeness }[]): RankedStory {
  const nearest = list.sort((a, b) => b.likeness.similarity - a.likeness.similarity).slice(0, NEAREST);
  return {
    storyId,
    similarity: meanOf(nearest.map(({ likeness }) => likeness.similarity)),
    shared: nearest[0]!.likeness.shared,
    nearest: nearest.map(({ vector }) => vector),
  };
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

/** Compares one article with others: over terms in its own script, over bridges in the other. */
export function comparer(article: StoryVector, rarity: TermRarity): (other: StoryVector) => Likeness {
  const terms = weighTerms(article, rarity);
  const bridges = prepareBridges(article);
  const figures = new Set(figuresIn(article));
  return (other) => {
    const days = Math.abs(Date.parse(article.at) - Date.parse(other.at)) / DAY;
    if (Number.isNaN(days)) return { similarity: 0, shared: [] };
    const likeness =
      article.dense === other.dense
        ? compareTerms(terms, other, days, rarity)
        : compareBridges(bridges, other, days, rarity);
    return disagree(figures, figuresIn(other))
      ? { ...likeness, similarity: likeness.similarity * OTHER_FIGURES }
      : likeness;
  };
}

/** Daily reports of markets or weather share their words; it is the figures that differ. */
const OTHER_FIGURES = 0.7;
const ENOUGH_FIGURES = 3;
const HASH = 35;

function figuresIn({ bridges }: StoryVector): string[] {
  const figures: string[] = [];
  for (const { keys } of bridges) if (keys[0]?.charCodeAt(0) === HASH) figures.push(keys[0]);
  return figures;
}

function disagree(ours: ReadonlySet<string>, theirs: readonly string[]): boolean {
  if (ours.size < ENOUGH_FIGURES || theirs.length < ENOUGH_FIGURES) return false;
  return !theirs.some((figure) => ours.has(figure));
}

/** Near enough to the article to be one with the story that it joins; across languages their other articles must agree. */
function isOneWith(best: RankedStory, other: RankedStory, rarity: TermRarity): boolean {
  if (other.similarity >= MERGE) return true;
  if (other.similarity < JOIN || best.nearest[0]!.dense === other.nearest[0]!.dense) return false;
  const pairs = best.nearest.flatMap((vector) => other.nearest.map(comparer(vector, rarity)));
  return meanOf(pairs.map(({ similarity }) => similarity)) >= JOIN;
}
