import type { Scorer } from './baselines.ts';
import { type Sample, termCount } from './samples.ts';

const ROUNDS = 80;

/**
 * Ridge logistic regression on TF-IDF vectors, both classes weighed alike (King and Zeng 2001), by Nesterov's
 * accelerated gradient. `ridge` is the penalty per unit of squared weight; the intercept is not penalised.
 */
export function fitLogisticRegression(samples: readonly Sample[], ridge: number): Scorer {
  const terms = termCount(samples);
  const positives = samples.filter(({ actual }) => actual).length;
  const importance = [0.5 / Math.max(1, samples.length - positives), 0.5 / Math.max(1, positives)] as const;
  // Vectors have length 1 and a constant beside them, and a logistic bends by at most 1/4.
  const rate = 1 / (0.5 + ridge);
  const weights = new Float64Array(terms + 1);
  const ahead = new Float64Array(terms + 1);
  const gradient = new Float64Array(terms + 1);
  for (let round = 0; round < ROUNDS; round++) {
    for (let id = 0; id < terms; id++) gradient[id] = ridge * ahead[id]!;
    gradient[terms] = 0;
    for (const { words, actual } of samples) {
      const error = importance[actual ? 1 : 0] * (sigmoid(margin(ahead, terms, words)) - (actual ? 1 : 0));
      gradient[terms]! += error;
      for (let i = 0; i < words.ids.length; i++) gradient[words.ids[i]!]! += error * words.weights[i]!;
    }
    const momentum = (round + 1) / (round + 4);
    for (let id = 0; id <= terms; id++) {
      const next = ahead[id]! - rate * gradient[id]!;
      ahead[id] = next + momentum * (next - weights[id]!);
      weights[id] = next;
    }
  }
  return ({ words }) => sigmoid(margin(weights, terms, words));
}

function margin(weights: Float64Array, terms: number, words: Sample['words']): number {
  let sum = weights[terms]!;
  for (let i = 0; i < words.ids.length; i++) {
    const id = words.ids[i]!;
    if (id < terms) sum += words.weights[i]! * weights[id]!;
  }
  return sum;
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
