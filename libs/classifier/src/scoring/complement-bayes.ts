import type { CorpusStatistics } from './corpus-statistics.ts';
import { labelCounts } from './log-odds.ts';
import type { Bag } from './bags.ts';
import type { LabelSeeds } from './label-model.ts';

const SMOOTHING = 0.1;

/**
 * Complement naive Bayes (Rennie et al. 2003): each label's term weight is minus the log share of the term
 * among all other labels' words, normalised per label.
 */
export function complementWeights(
  seeds: readonly LabelSeeds[],
  statistics: CorpusStatistics,
  confident: readonly (readonly Bag[])[],
): Float64Array {
  const labels = seeds.length;
  const counts = seeds.map((label, k) => labelCounts(label, confident[k] ?? []));
  const all = new Map<number, number>();
  for (const own of counts) for (const [id, n] of own) all.set(id, (all.get(id) ?? 0) + n);
  const total = [...all.values()].reduce((sum, n) => sum + n, 0);
  const weights = new Float64Array(statistics.terms * labels);
  for (const [k, own] of counts.entries()) {
    const ownTotal = [...own.values()].reduce((sum, n) => sum + n, 0);
    const size = total - ownTotal + SMOOTHING * all.size;
    for (const [id, n] of all)
      weights[id * labels + k] = -Math.log((n - (own.get(id) ?? 0) + SMOOTHING) / size);
  }
  return weights;
}

/** Turns scores into log probabilities in place. */
export function fillLogSoftmax(scores: Float64Array): void {
  let top = -Infinity;
  for (const x of scores) top = Math.max(top, x);
  let sum = 0;
  for (const x of scores) sum += Math.exp(x - top);
  const log = top + Math.log(sum);
  for (let k = 0; k < scores.length; k++) scores[k]! -= log;
}
