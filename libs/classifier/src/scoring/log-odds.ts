/** How often each term speaks for a label, before any text is scored. */
export type TermCounts = Map<string, number>;

/** Weight of one label's term counts against a background; see {@link logOddsWeights}. */
export interface LogOddsOptions {
  /** Share of running terms that a term is in the background. */
  readonly shareOf: (term: string) => number;
}

/** Pseudo-size of the background: a term counts from about one expected use in so many terms. */
const BACKGROUND_SIZE = 1e4;

/**
 * Sparse weights per term, one number per label: ln(1 + n / (μ·p)) with μ = 10⁴ and p the term's background
 * share, less half of the mean of the rival labels. Terms that speak for no label are left out.
 */
export function logOddsWeights(
  counts: readonly TermCounts[],
  options: LogOddsOptions,
): Map<string, Float64Array> {
  const weights = new Map<string, Float64Array>();
  const labels = counts.length;
  for (const [label, terms] of counts.entries()) {
    for (const [term, n] of terms) {
      const row = weights.get(term) ?? new Float64Array(labels);
      row[label] = Math.log1p(n / (BACKGROUND_SIZE * options.shareOf(term)));
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
