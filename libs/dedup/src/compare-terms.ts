import { isName } from './story-terms.ts';
import type { StoryVector } from './story-vector.ts';
import type { TermRarity } from './term-rarity.ts';

/** How alike two articles are, and what they share. */
export interface Likeness {
  readonly similarity: number;
  readonly shared: readonly string[];
}

/** An article's terms, weighed once for all candidates. */
export interface WeighedArticle {
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

/** Days after which a likeness counts for nothing. */
const REACH_DAYS = 5.5;

/** Prepares an article for `compareTerms`. */
export function weighTerms(vector: StoryVector, rarity: TermRarity): WeighedArticle {
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

/**
 * Likeness of texts in one script, 0 to 1. Events of one kind share their words; what tells them apart is who and
 * where, so names count for more than half.
 */
export function compareTerms(a: WeighedArticle, b: StoryVector, days: number, rarity: TermRarity): Likeness {
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
  return { similarity: similarity * Math.max(0, 1 - (days / REACH_DAYS) ** 2), shared };
}

function ratio(product: number, a: Side, b: Side): number {
  const norm = Math.sqrt(a.square * b.square);
  return norm === 0 ? 0 : Math.min(1, product / norm);
}
