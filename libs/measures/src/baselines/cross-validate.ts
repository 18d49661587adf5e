import { seededRandom } from '../random.ts';
import type { Baseline, Scorer } from './baselines.ts';
import type { Sample } from './samples.ts';

/** What a method says of an article that it was not fitted on. */
export interface CrossValidated {
  readonly score: number;
  readonly decided: boolean;
}

const FOLDS = 10;
/** Parts into which the articles that a method learns from are cut to choose its knob and where to cut. */
const INNER = 3;
const SEED = 7;

/**
 * Judges every article by a method fitted on the other nine tenths. Knob and threshold are chosen for the best F1
 * within those nine tenths, by cross-validation again (Varma and Simon 2006, BMC Bioinformatics 7:91), so that the
 * method is tuned as well as it can be and never on the article that it judges.
 */
export function crossValidate(samples: readonly Sample[], baseline: Baseline): CrossValidated[] {
  const folds = drawFolds(samples.length);
  const judged = Array.from(samples, (): CrossValidated => ({ score: 0, decided: false }));
  for (let fold = 0; fold < FOLDS; fold++) {
    const learnt = fitTuned(
      samples.filter((_, i) => folds[i] !== fold),
      baseline,
    );
    for (const [i, sample] of samples.entries()) {
      if (folds[i] !== fold) continue;
      const score = learnt.score(sample);
      judged[i] = { score: (score - learnt.mean) / learnt.spread, decided: score >= learnt.threshold };
    }
  }
  return judged;
}

/** The same fold for the same place in every call: labels of one article are left out together. */
function drawFolds(n: number): number[] {
  const random = seededRandom(SEED);
  const order = Array.from({ length: n }, (_, i) => ({ i, key: random() })).sort((a, b) => a.key - b.key);
  const folds = Array.from({ length: n }, () => 0);
  for (const [rank, { i }] of order.entries()) folds[i] = rank % FOLDS;
  return folds;
}

/** A method fitted with its best knob, where to cut, and the norm of its scores, by which those of different folds compare. */
interface Learnt {
  readonly score: Scorer;
  readonly threshold: number;
  readonly mean: number;
  readonly spread: number;
}

function fitTuned(samples: readonly Sample[], baseline: Baseline): Learnt {
  let best = { f1: -1, strength: baseline.strengths[0] ?? 0, threshold: Infinity, mean: 0, spread: 1 };
  for (const strength of baseline.strengths) {
    const scores = innerScores(samples, baseline, strength);
    const cut = bestCut(samples, scores);
    if (cut.f1 > best.f1) best = { ...cut, strength, ...normOf(scores) };
  }
  const { threshold, mean, spread } = best;
  return { score: baseline.fit(samples, best.strength), threshold, mean, spread };
}

function normOf(scores: readonly number[]): { mean: number; spread: number } {
  const mean = scores.reduce((sum, x) => sum + x, 0) / scores.length;
  const variance = scores.reduce((sum, x) => sum + (x - mean) ** 2, 0) / scores.length;
  return { mean, spread: Math.sqrt(variance) || 1 };
}

function innerScores(samples: readonly Sample[], baseline: Baseline, strength: number): number[] {
  const scores = samples.map(() => 0);
  for (let part = 0; part < INNER; part++) {
    const score = baseline.fit(
      samples.filter((_, i) => i % INNER !== part),
      strength,
    );
    for (let i = part; i < samples.length; i += INNER) scores[i] = score(samples[i]!);
  }
  return scores;
}

/** The threshold with the best F1, halfway between two scores; without positives none is high enough. */
function bestCut(samples: readonly Sample[], scores: readonly number[]): { f1: number; threshold: number } {
  const total = samples.filter(({ actual }) => actual).length;
  const order = samples.map((_, i) => i).sort((a, b) => scores[b]! - scores[a]!);
  let best = { f1: 0, threshold: Infinity };
  let hits = 0;
  for (const [rank, i] of order.entries()) {
    if (samples[i]!.actual) hits += 1;
    const next = order[rank + 1];
    const below = next === undefined ? -Infinity : scores[next]!;
    const f1 = (2 * hits) / (rank + 1 + total);
    if (below === scores[i] || f1 <= best.f1) continue;
    best = { f1, threshold: below === -Infinity ? scores[i]! : (scores[i]! + below) / 2 };
  }
  return best;
}
