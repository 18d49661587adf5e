import { isName } from './story-terms.ts';
import { commonness, type TermRarity } from './term-rarity.ts';
import type { Reading, Vocabulary } from './vocabulary.ts';

/** How alike two articles are, and what they share. */
export interface Likeness {
  readonly similarity: number;
  readonly shared: readonly string[];
}

/** An article's terms, weighed once for all candidates. */
export interface WeighedArticle {
  /** Rarity and weight by number in the article's vocabulary. */
  readonly rarities: readonly number[];
  readonly weights: Float64Array;
  /** Rarity of what the article does not have. */
  readonly rarityBeyond: (term: string) => number;
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
export function weighTerms(vocabulary: Vocabulary, rarity: TermRarity): WeighedArticle {
  const isOwn = rarity.vocabulary === vocabulary;
  const rarities = isOwn ? rarity.own : vocabulary.words.map(rarity.of);
  const weights = new Float64Array(rarities.length);
  const all: Side = { square: 0, terms: 0 };
  const names: Side = { square: 0, terms: 0 };
  vocabulary.vector.terms.forEach((term, i) => {
    const number = vocabulary.numberOf(term);
    const weight = vocabulary.vector.weights[i]! * rarities[number]!;
    weights[number] = weight;
    grow(all, weight);
    if (isName(term)) grow(names, weight);
  });
  return { rarities, weights, rarityBeyond: isOwn ? commonness : rarity.of, all, names };
}

function grow(side: Side, weight: number): void {
  side.square += weight * weight;
  side.terms += 1;
}

/**
 * Likeness of texts in one script, 0 to 1. Events of one kind share their words; what tells them apart is who and
 * where, so names count for more than half.
 */
export function compareTerms(a: WeighedArticle, b: Reading, days: number): Likeness {
  const { terms, weights } = b.vector;
  const all: Side = { square: 0, terms: 0 };
  const names: Side = { square: 0, terms: 0 };
  const shared: string[] = [];
  let product = 0;
  let nameProduct = 0;
  for (let i = 0; i < terms.length; i += 1) {
    const term = terms[i]!;
    const number = b.terms[i]!;
    const weight = weights[i]! * (number < 0 ? a.rarityBeyond(term) : a.rarities[number]!);
    const name = isName(term);
    grow(all, weight);
    if (name) grow(names, weight);
    if (number < 0 || a.weights[number] === 0) continue;
    shared.push(term);
    product += weight * a.weights[number]!;
    if (name) nameProduct += weight * a.weights[number]!;
  }
  const ofAll = ratio(product, a.all, all);
  const similarity =
    Math.min(a.names.terms, names.terms) < 2 ? ofAll : 0.4 * ofAll + 0.6 * ratio(nameProduct, a.names, names);
  return { similarity: similarity * Math.max(0, 1 - (days / REACH_DAYS) ** 2), shared };
}

function ratio(product: number, a: Side, b: Side): number {
  const norm = Math.sqrt(a.square * b.square);
  return norm === 0 ? 0 : Math.min(1, product / norm);
}
