import type { TermVector } from '../scoring/term-vector.ts';

/** One labelled text: its terms, what was thought of it before (in logits), and what an editor said. */
export interface LabelledVector {
  readonly vector: TermVector;
  readonly prior: number;
  readonly isYes: boolean;
}

/** What is added, in logits, to a prior. */
export interface LogisticShift {
  readonly bias: number;
  readonly weights: ReadonlyMap<number, number>;
}

const ROUNDS = 60;
const STEP = 1.5;
/** Ridge penalties per labelled text: a few texts move little, and the common shift less than the words. */
const WEIGHT_PENALTY = 0.15;
const BIAS_PENALTY = 10;

/**
 * Ridge logistic regression with the prior as a fixed offset: learns only where the prior is wrong. Plain
 * gradient descent from zero, so that equal data give equal numbers.
 */
export function fitShift(samples: readonly LabelledVector[]): LogisticShift {
  const { terms, rows } = packed(samples);
  const weights = new Float64Array(terms.length);
  const gradient = new Float64Array(terms.length);
  const rate = STEP / (samples.length / 4 + WEIGHT_PENALTY + BIAS_PENALTY);
  let bias = 0;
  for (let round = 0; round < ROUNDS; round++) {
    for (let t = 0; t < terms.length; t++) gradient[t] = WEIGHT_PENALTY * weights[t]!;
    let biasGradient = BIAS_PENALTY * bias;
    for (const { ids, values, prior, isYes } of rows) {
      let logit = prior + bias;
      for (let i = 0; i < ids.length; i++) logit += values[i]! * weights[ids[i]!]!;
      const error = sigmoid(logit) - isYes;
      biasGradient += error;
      for (let i = 0; i < ids.length; i++) gradient[ids[i]!]! += error * values[i]!;
    }
    bias -= rate * biasGradient;
    for (let t = 0; t < terms.length; t++) weights[t]! -= rate * gradient[t]!;
  }
  return { bias, weights: new Map(terms.map((id, t) => [id, weights[t]!])) };
}

/** The samples over the terms that they hold, numbered from 0. */
function packed(samples: readonly LabelledVector[]) {
  const places = new Map<number, number>();
  const rows = samples.map(({ vector, prior, isYes }) => {
    for (const id of vector.keys()) if (!places.has(id)) places.set(id, places.size);
    const ids = Int32Array.from(vector.keys(), (id) => places.get(id) ?? 0);
    return { ids, values: Float64Array.from(vector.values()), prior, isYes: isYes ? 1 : 0 };
  });
  return { terms: [...places.keys()], rows };
}

/** The shift for one text. */
export function shiftOf({ bias, weights }: LogisticShift, vector: TermVector): number {
  return bias + dot(vector, weights);
}

/** Logits to probability. */
export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

function dot(vector: TermVector, weights: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const [id, x] of vector) sum += x * (weights.get(id) ?? 0);
  return sum;
}
