import type { Bag } from './bags.ts';

/** Statistics of a stream's texts, per term number. */
export interface CorpusStatistics {
  readonly terms: number;
  /** Share of running terms, smoothed. */
  readonly shares: Float64Array;
  /** Inverse document frequency, at least 0. */
  readonly rarity: Float64Array;
}

/** A term never seen counts as seen so often. */
const UNSEEN = 0.5;

/** Counts the stream's terms; `terms` is how many the index knows, seeds' own included. */
export function corpusStatistics(stream: readonly Bag[], terms: number): CorpusStatistics {
  const times = new Float64Array(terms).fill(UNSEEN);
  const texts = new Float64Array(terms);
  let total = UNSEEN * terms;
  for (const bag of stream) {
    total += bag.length;
    for (let i = 0; i < bag.ids.length; i++) {
      times[bag.ids[i]!]! += bag.counts[i]!;
      texts[bag.ids[i]!]! += 1;
    }
  }
  return {
    terms,
    shares: times.map((n) => n / total),
    rarity: texts.map((n) => Math.max(0, Math.log((stream.length + 1) / (n + 1)))),
  };
}
