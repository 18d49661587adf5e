import type { Scorer } from './baselines.ts';
import { type Sample, termCount } from './samples.ts';

/**
 * Nearness to the mean TF-IDF vector of the positive articles, less `aside` times that to the mean of the others
 * (Rocchio 1971, as a classifier: Joachims 1997, ICML).
 */
export function fitCentroid(samples: readonly Sample[], aside: number): Scorer {
  const direction = new Float64Array(termCount(samples));
  const positives = samples.filter(({ actual }) => actual);
  const others = samples.filter(({ actual }) => !actual);
  addMean(positives, 1, direction);
  addMean(others, -aside, direction);
  const norm = Math.sqrt(direction.reduce((sum, x) => sum + x * x, 0)) || 1;
  return ({ words }) => {
    let sum = 0;
    for (let i = 0; i < words.ids.length; i++) sum += words.weights[i]! * (direction[words.ids[i]!] ?? 0);
    return sum / norm;
  };
}

function addMean(samples: readonly Sample[], factor: number, into: Float64Array): void {
  for (const { words } of samples) {
    for (let i = 0; i < words.ids.length; i++)
      into[words.ids[i]!]! += (factor * words.weights[i]!) / samples.length;
  }
}
