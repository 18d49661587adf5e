import { fitCentroid } from './centroid.ts';
import { fitLogisticRegression } from './logistic-regression.ts';
import { fitNaiveBayes } from './naive-bayes.ts';
import type { Sample } from './samples.ts';

/** Scores an article for the label that a method was fitted to; higher is more likely. */
export type Scorer = (sample: Pick<Sample, 'words' | 'cues'>) => number;

/** A simple method to compare with, and the strengths of its one knob that are tried. */
export interface Baseline {
  readonly strengths: readonly number[];
  fit(samples: readonly Sample[], strength: number): Scorer;
}

export type BaselineName = 'keywords' | 'centroid' | 'naive-bayes' | 'logistic-regression';

/** The simple methods. Keywords learn nothing but where to cut; the others learn from labelled articles alone. */
export const BASELINES: Readonly<Record<BaselineName, Baseline>> = {
  /** The number of cue terms met; the knob says how far a long text is discounted (by length to this power). */
  keywords: {
    strengths: [0, 0.5, 1],
    fit:
      (_, power) =>
      ({ cues, words }) =>
        cues / Math.max(1, words.length) ** power,
  },
  centroid: { strengths: [0, 0.25, 0.5, 1], fit: fitCentroid },
  'naive-bayes': { strengths: [0.03, 0.1, 0.3, 1], fit: fitNaiveBayes },
  'logistic-regression': { strengths: [0.001, 0.01, 0.1], fit: fitLogisticRegression },
};
