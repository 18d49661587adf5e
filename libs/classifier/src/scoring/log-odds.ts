import type { Bag } from './bags.ts';
import type { CorpusStatistics } from './corpus-statistics.ts';
import type { LabelSeeds } from './label-model.ts';

/** How often each term speaks for a label, before any text is scored. */
export type TermCounts = Map<string, number>;

/** Pseudo-size of the background: a term counts from about one expected use in so many terms. */
const BACKGROUND_SIZE = 1e4;

/**
 * Sparse weights per term, one number per label: ln(1 + n / (μ·p)) with μ = 10⁴ and p the term's background
 * share, less half of the mean of the rival labels. Terms that speak for no label are left out.
 */
export function logOddsWeights(
  counts: readonly TermCounts[],
  shares: readonly ((term: string) => number)[],
): Map<string, Float64Array> {
  const weights = new Map<string, Float64Array>();
  const labels = counts.length;
  for (const [label, terms] of counts.entries()) {
    for (const [term, n] of terms) {
      const row = weights.get(term) ?? new Float64Array(labels);
      row[label] = Math.log1p(n / (BACKGROUND_SIZE * shares[label]!(term)));
      weights.set(term, row);
    }
  }
  if (labels > 1) for (const row of weights.values()) subtractRivals(row);
  return weights;
}

function subtractRivals(row: Float64Array): void {
  const sum = row.reduce((total, w) => total + w, 0);
  for (let k = 0; k < row.length; k++) {
    const own = row[k]!;
    row[k] = own - (0.5 * (sum - own)) / (row.length - 1);
  }
}

/** Adds `weight` for every term; returns the counts it was given. */
export function addTerms(counts: TermCounts, terms: readonly string[], weight: number): TermCounts {
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + weight);
  return counts;
}

const EXEMPLAR_TOTAL = 100;
const KEYWORD_TIMES = 6;
/** Confident stream texts together weigh as much as this many terms. */
const CONFIDENT_TOTAL = 300;

/** A label's term counts: exemplars scaled to 100 terms, description once, each keyword as often as six uses. */
export function labelCounts(
  { exemplars, description, keywords }: LabelSeeds,
  confident: readonly Bag[],
): Map<number, number> {
  const counts = new Map<number, number>();
  const add = (bag: Bag, factor: number): void => {
    for (let i = 0; i < bag.ids.length; i++)
      counts.set(bag.ids[i]!, (counts.get(bag.ids[i]!) ?? 0) + factor * bag.counts[i]!);
  };
  const scaled = (bags: readonly Bag[], total: number): void => {
    const length = bags.reduce((sum, bag) => sum + bag.length, 0);
    for (const bag of bags) add(bag, total / Math.max(1, length));
  };
  scaled(exemplars, EXEMPLAR_TOTAL);
  scaled(confident, CONFIDENT_TOTAL);
  add(description, 1);
  add(keywords, KEYWORD_TIMES);
  return counts;
}

/** As {@link logOddsWeights}, on term numbers: row per term, column per label. */
export function logOddsMatrix(
  counts: readonly ReadonlyMap<number, number>[],
  statistics: CorpusStatistics,
): Float64Array {
  const labels = counts.length;
  const weights = new Float64Array(statistics.terms * labels);
  const touched = new Set<number>();
  for (const [k, own] of counts.entries()) {
    for (const [id, n] of own) {
      weights[id * labels + k] = Math.log1p(n / (BACKGROUND_SIZE * statistics.shares[id]!));
      touched.add(id);
    }
  }
  if (labels > 1) for (const id of touched) subtractRivals(weights.subarray(id * labels, (id + 1) * labels));
  return weights;
}
