import { compareBridges, prepareBridges } from './compare-bridges.ts';
import { compareTerms, type Likeness, weighTerms } from './compare-terms.ts';
import type { StoryVector } from './story-vector.ts';
import { type ReadMember, termRarity, type TermRarity } from './term-rarity.ts';
import { type Reading, Vocabulary } from './vocabulary.ts';

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
  const vocabulary = new Vocabulary(article);
  const members = candidates.map(({ storyId, vector }) => ({ storyId, reading: vocabulary.read(vector) }));
  const rarity = termRarity(vocabulary, members);
  const ranked = rankStories(members, comparer(vocabulary, rarity));
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

function rankStories(members: readonly ReadMember[], compare: (other: Reading) => Likeness): RankedStory[] {
  const byStory = new Map<string, { vector: StoryVector; likeness: Likeness }[]>();
  for (const { storyId, reading } of members) {
    const one = { vector: reading.vector, likeness: compare(reading) };
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

/** Compares one article with others, read with its vocabulary: over terms in its own script, over bridges in the other. */
export function comparer(vocabulary: Vocabulary, rarity: TermRarity): (other: Reading) => Likeness {
  const { at, dense } = vocabulary.vector;
  const published = Date.parse(at);
  const terms = weighTerms(vocabulary, rarity);
  const bridges = prepareBridges(vocabulary, terms);
  return (other) => {
    const days = Math.abs(published - Date.parse(other.vector.at)) / DAY;
    if (Number.isNaN(days)) return { similarity: 0, shared: [] };
    const likeness =
      dense === other.vector.dense ? compareTerms(terms, other, days) : compareBridges(bridges, other, days);
    return disagree(vocabulary.figures, other)
      ? { ...likeness, similarity: likeness.similarity * OTHER_FIGURES }
      : likeness;
  };
}

/** Daily reports of markets or weather share their words; it is the figures that differ. */
const OTHER_FIGURES = 0.7;
const ENOUGH_FIGURES = 3;

function disagree(ours: number, { figures }: Reading): boolean {
  return ours >= ENOUGH_FIGURES && figures.named >= ENOUGH_FIGURES && figures.shared === 0;
}

/** Near enough to the article to be one with the story that it joins; across languages their other articles must agree. */
function isOneWith(best: RankedStory, other: RankedStory, rarity: TermRarity): boolean {
  if (other.similarity >= MERGE) return true;
  if (other.similarity < JOIN || best.nearest[0]!.dense === other.nearest[0]!.dense) return false;
  const pairs = best.nearest.flatMap((vector) => {
    const vocabulary = new Vocabulary(vector);
    const compare = comparer(vocabulary, rarity);
    return other.nearest.map((one) => compare(vocabulary.read(one)));
  });
  return meanOf(pairs.map(({ similarity }) => similarity)) >= JOIN;
}
