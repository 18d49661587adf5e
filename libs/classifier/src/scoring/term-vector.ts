import { type BackgroundSnapshot, shareOf } from '../lexicon/background.ts';
import { STOP_COUNT, type Vocabulary } from '../lexicon/vocabulary.ts';
import type { AnalysedText } from '../text/analyse.ts';

/** A text's known terms with their weights, of length 1 (or empty). */
export type TermVector = ReadonlyMap<number, number>;

/** How telling each term of a vocabulary is: minus the log of its share; function words tell nothing. */
export function termRarity(
  vocabulary: Vocabulary,
  language: string,
  background: BackgroundSnapshot,
): Float64Array {
  return Float64Array.from(vocabulary.terms, (term, id) =>
    id < STOP_COUNT ? 0 : -Math.log(shareOf(term, language, background)),
  );
}

/** Log counts times rarity, scaled to length 1. */
export function termVector(text: AnalysedText, rarity: Float64Array): TermVector {
  const vector = new Map<number, number>();
  for (let i = 0; i < text.count; i++) {
    const id = text.terms[i]!;
    if (id >= STOP_COUNT) vector.set(id, (vector.get(id) ?? 0) + 1);
  }
  let squares = 0;
  for (const [id, n] of vector) {
    const weight = (1 + Math.log(n)) * rarity[id]!;
    vector.set(id, weight);
    squares += weight * weight;
  }
  const norm = 1 / Math.sqrt(squares || 1);
  for (const [id, weight] of vector) vector.set(id, weight * norm);
  return vector;
}

/** Inner product of two vectors: their cosine. */
export function cosine(a: TermVector, b: TermVector): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  let dot = 0;
  for (const [id, weight] of small) dot += weight * (large.get(id) ?? 0);
  return dot;
}
