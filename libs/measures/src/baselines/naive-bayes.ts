import type { Scorer } from './baselines.ts';
import { type Sample, termCount } from './samples.ts';

/**
 * Multinomial naive Bayes with Laplace smoothing `alpha` (McCallum and Nigam 1998): the log odds of the positive
 * class, per running term, so that long texts are not surer than short ones.
 */
export function fitNaiveBayes(samples: readonly Sample[], alpha: number): Scorer {
  const terms = termCount(samples);
  const counts = [new Float64Array(terms), new Float64Array(terms)] as const;
  const totals: [number, number] = [alpha * terms, alpha * terms];
  for (const { words, actual } of samples) {
    const side = actual ? 1 : 0;
    for (let i = 0; i < words.ids.length; i++) {
      counts[side][words.ids[i]!]! += words.counts[i]!;
      totals[side] += words.counts[i]!;
    }
  }
  const odds = Float64Array.from(
    { length: terms },
    (_, id) =>
      Math.log((counts[1][id]! + alpha) / totals[1]) - Math.log((counts[0][id]! + alpha) / totals[0]),
  );
  const positives = samples.filter(({ actual }) => actual).length;
  const prior = Math.log((positives + 1) / (samples.length - positives + 1));
  return ({ words }) => {
    let sum = prior;
    for (let i = 0; i < words.ids.length; i++) sum += words.counts[i]! * (odds[words.ids[i]!] ?? 0);
    return sum / Math.max(1, words.length);
  };
}
