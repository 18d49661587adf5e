import { percentiles } from './story-band.ts';
import type { ShareEstimate } from './differences.ts';

/** One article that was drawn at random and judged by an editor: what the classifier had scored it before. */
export interface JudgedScore {
  score: number;
  actual: boolean;
}

/** Scores of the articles whose share is asked for, summed up. */
export interface ScoreSum {
  n: number;
  sum: number;
  squares: number;
}

/** How the classifier scores what does and what does not carry a label, with redraws of the judged articles. */
export interface Calibration {
  kind: 'calibrated';
  judged: number;
  positives: number;
  /** Mean score of articles that carry the label, and of those that do not. */
  meanOfPositives: number;
  meanOfNegatives: number;
  redraws: { positives: number; negatives: number; noise: number }[];
}

/** Why a share cannot be adjusted: too few judged at random, too few of one kind, or scores that do not tell apart. */
export interface NotCalibrated {
  kind: 'too-few' | 'too-few-of-a-kind' | 'not-told-apart';
  judged: number;
  needed: number;
  positives: number;
}

export const FEWEST_JUDGED = 100;
/** A mean of fewer scores than this moves with every single one. */
const FEWEST_OF_A_KIND = 10;
/** Below this distance of the two means the correction multiplies noise. */
const LEAST_DISTANCE = 0.3;
const REDRAWS = 500;

/** Estimates a classifier's error on one label from articles that were drawn at random and judged by editors. */
export function calibrate(judged: readonly JudgedScore[], random: () => number): Calibration | NotCalibrated {
  const means = meansOf(judged);
  const { positives } = means;
  const cannot = (kind: NotCalibrated['kind'], needed: number): NotCalibrated => ({
    kind,
    judged: judged.length,
    needed,
    positives,
  });
  if (judged.length < FEWEST_JUDGED) return cannot('too-few', FEWEST_JUDGED);
  if (Math.min(positives, judged.length - positives) < FEWEST_OF_A_KIND)
    return cannot('too-few-of-a-kind', FEWEST_OF_A_KIND);
  if (means.ofPositives - means.ofNegatives < LEAST_DISTANCE) return cannot('not-told-apart', FEWEST_JUDGED);
  return {
    kind: 'calibrated',
    judged: judged.length,
    positives,
    meanOfPositives: means.ofPositives,
    meanOfNegatives: means.ofNegatives,
    redraws: Array.from({ length: REDRAWS }, () => {
      const drawn = meansOf(judged.map(() => judged[Math.floor(random() * judged.length)] ?? NOBODY));
      return { positives: drawn.ofPositives, negatives: drawn.ofNegatives, noise: gaussian(random) };
    }),
  };
}

const NOBODY: JudgedScore = { score: 0, actual: false };

/**
 * The share of articles that carry a label, adjusted for the classifier's measured error: PACC, the scaled mean of
 * scores (Bella, Ferri, Hernández-Orallo and Ramírez-Quintana 2010, ICDM, "Quantification via probability
 * estimators"). The interval draws the judged articles again as well as the counted ones. Null without articles.
 */
export function adjustShare(calibration: Calibration, { n, sum, squares }: ScoreSum): ShareEstimate | null {
  if (n === 0) return null;
  const mean = sum / n;
  const error = Math.sqrt(Math.max(0, squares / n - mean * mean) / n);
  const drawn = calibration.redraws.flatMap(({ positives, negatives, noise }) =>
    positives - negatives < LEAST_DISTANCE / 2 ? [] : [scaled(mean + noise * error, positives, negatives)],
  );
  return {
    share: scaled(mean, calibration.meanOfPositives, calibration.meanOfNegatives),
    ...percentiles(Float64Array.from(drawn).sort()),
  };
}

/** (mean - mean of negatives) / (mean of positives - mean of negatives), kept within 0 and 1. */
function scaled(mean: number, positives: number, negatives: number): number {
  return Math.min(1, Math.max(0, (mean - negatives) / (positives - negatives)));
}

function meansOf(judged: readonly JudgedScore[]) {
  const sums = { yes: 0, no: 0, positives: 0 };
  for (const { score, actual } of judged) {
    if (actual) sums.positives += 1;
    sums[actual ? 'yes' : 'no'] += score;
  }
  const negatives = judged.length - sums.positives;
  return {
    positives: sums.positives,
    ofPositives: sums.positives === 0 ? 0 : sums.yes / sums.positives,
    ofNegatives: negatives === 0 ? 0 : sums.no / negatives,
  };
}

/** A standard normal draw (Box and Muller 1958). */
function gaussian(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
