import { type Interval, wilson } from './intervals.ts';

/** How decisions and truth meet: true and false positives, false and true negatives. */
export interface Confusion {
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
  readonly tn: number;
}

/** A figure with its 95 % interval. */
export interface Estimate extends Interval {
  readonly value: number;
}

/** Counts decisions beside the truth. */
export function countDecisions(cases: readonly { decided: boolean; actual: boolean }[]): Confusion {
  const count = (decided: boolean, actual: boolean): number =>
    cases.filter((c) => c.decided === decided && c.actual === actual).length;
  return {
    tp: count(true, true),
    fp: count(true, false),
    fn: count(false, true),
    tn: count(false, false),
  };
}

/** Share of the positive decisions that are right, with Wilson's interval; null where none was positive. */
export const precision = ({ tp, fp }: Confusion): Estimate | null => share(tp, tp + fp);

/** Share of the true positives that were found, with Wilson's interval; null where there are none. */
export const recall = ({ tp, fn }: Confusion): Estimate | null => share(tp, tp + fn);

/**
 * Harmonic mean of precision and recall, 2TP / (2TP + FP + FN); null where there is nothing to find and nothing was
 * found. F* = TP / (TP + FP + FN) is a share and F1 = 2F* / (1 + F*) rises with it (Hand, Christen and Kirielle 2021,
 * Machine Learning 110:451), so the interval is Wilson's for F*, carried over.
 */
export function f1({ tp, fp, fn }: Confusion): Estimate | null {
  const star = share(tp, tp + fp + fn);
  const carry = (x: number): number => (2 * x) / (1 + x);
  return star && { value: carry(star.value), low: carry(star.low), high: carry(star.high) };
}

function share(hits: number, n: number): Estimate | null {
  const interval = wilson(hits, n);
  return interval && { value: hits / n, ...interval };
}
