import { isName } from './story-terms.ts';
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
/** Days after which a likeness counts for nothing. */
const REACH_DAYS = 5.5;
/** A translation follows its original within hours. */
const TRANSLATION_DAYS = 2;
const DAY = 86_400_000;

/**
 * The story of an article among candidates: articles of the days around it that share key terms. A term counts by how
 * few of the candidates' stories have it; a story's likeness is the mean of its nearest articles, so that one odd
 * member draws nobody in. The order of the candidates does not matter.
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

interface RankedStory {
  readonly storyId: string;
  readonly similarity: number;
  readonly shared: readonly string[];
}

function rankStories(article: StoryVector, candidates: readonly StoryMember[]): RankedStory[] {
  const rarity = termRarity(candidates);
  const weighed = weighTerms(article, rarity);
  const byStory = new Map<string, Likeness[]>();
  for (const { storyId, vector } of candidates) {
    const likeness = compare(weighed, vector, rarity);
    const list = byStory.get(storyId);
    if (list === undefined) byStory.set(storyId, [likeness]);
    else list.push(likeness);
  }
  return [...byStory]
    .map(([storyId, list]) => {
      const nearest = list.sort((a, b) => b.similarity - a.similarity).slice(0, NEAREST);
      const similarity = nearest.reduce((sum, one) => sum + one.similarity, 0) / nearest.length;
      return { storyId, similarity, shared: nearest[0]!.shared };
    })
    .sort((a, b) => b.similarity - a.similarity || (a.storyId < b.storyId ? -1 : 1));
}

interface Likeness {
  readonly similarity: number;
  readonly shared: readonly string[];
}

/** The article's terms, weighed once for all candidates. */
interface WeighedArticle {
  readonly vector: StoryVector;
  readonly weights: ReadonlyMap<string, number>;
  readonly all: Side;
  readonly names: Side;
}

/** Squared length and number of the terms that count. */
interface Side {
  square: number;
  terms: number;
}

function weighTerms(vector: StoryVector, rarity: TermRarity): WeighedArticle {
  const weights = new Map<string, number>();
  const all: Side = { square: 0, terms: 0 };
  const names: Side = { square: 0, terms: 0 };
  vector.terms.forEach((term, i) => {
    const weight = vector.weights[i]! * rarity(term);
    weights.set(term, weight);
    grow(all, weight);
    if (isName(term)) grow(names, weight);
  });
  return { vector, weights, all, names };
}

function grow(side: Side, weight: number): void {
  side.square += weight * weight;
  side.terms += 1;
}

function compare(a: WeighedArticle, b: StoryVector, rarity: TermRarity): Likeness {
  const days = Math.abs(Date.parse(a.vector.at) - Date.parse(b.at)) / DAY;
  const nearness = Number.isNaN(days) ? 0 : Math.max(0, 1 - (days / REACH_DAYS) ** 2);
  if (a.vector.dense !== b.dense)
    return days > TRANSLATION_DAYS ? { similarity: 0, shared: [] } : compareBridges(a.vector, b, rarity);
  const { similarity, shared } = compareTerms(a, b, rarity);
  return { similarity: similarity * nearness, shared };
}

/** Events of one kind share their words; what tells them apart is who and where, so names count for more than half. */
function compareTerms(a: WeighedArticle, b: StoryVector, rarity: TermRarity): Likeness {
  const all: Side = { square: 0, terms: 0 };
  const names: Side = { square: 0, terms: 0 };
  const shared: string[] = [];
  let product = 0;
  let nameProduct = 0;
  b.terms.forEach((term, i) => {
    const weight = b.weights[i]! * rarity(term);
    const name = isName(term);
    grow(all, weight);
    if (name) grow(names, weight);
    const other = a.weights.get(term);
    if (other === undefined) return;
    shared.push(term);
    product += weight * other;
    if (name) nameProduct += weight * other;
  });
  const ofAll = ratio(product, a.all, all);
  const similarity =
    Math.min(a.names.terms, names.terms) < 2 ? ofAll : 0.4 * ofAll + 0.6 * ratio(nameProduct, a.names, names);
  return { similarity, shared };
}

function ratio(product: number, a: Side, b: Side): number {
  const norm = Math.sqrt(a.square * b.square);
  return norm === 0 ? 0 : Math.min(1, product / norm);
}

/** How far one shared bridge goes by itself: a name of many sounds far, a short one less, a known thing little. */
const LONG_NAME = 0.55;
const SHORT_NAME = 0.35;
const THING = 0.2;
const LONG_SOUNDS = 4;

/**
 * Likeness of texts in two scripts: each rare name or thing that both have makes chance less likely. Nothing without a
 * name and a second bridge.
 */
function compareBridges(a: StoryVector, b: StoryVector, rarity: TermRarity): Likeness {
  const other = new Set(b.bridges);
  const shared = a.bridges.filter((bridge) => other.has(bridge));
  if (shared.length < 2 || !shared.some((bridge) => bridge.startsWith('~'))) return { similarity: 0, shared };
  const chance = shared.reduce((product, bridge) => product * (1 - reachOf(bridge) * rarity(bridge)), 1);
  return { similarity: 1 - chance, shared };
}

function reachOf(bridge: string): number {
  if (!bridge.startsWith('~')) return THING;
  return bridge.length > LONG_SOUNDS ? LONG_NAME : SHORT_NAME;
}
