import { describe, expect, it } from '@jest/globals';
import { countDecisions, f1, precision, recall } from './decisions.ts';

describe('precision, recall and F1', () => {
  // scikit-learn, documentation of precision_recall_fscore_support, "Binary classification":
  // y_pred [0, 1, 0, 0], y_true [0, 1, 0, 1] give precision 1, recall .5 and F1 .66….
  const published = countDecisions(
    [
      [false, false],
      [true, true],
      [false, false],
      [false, true],
    ].map(([decided, actual]) => ({ decided: decided === true, actual: actual === true })),
  );

  it('are as published for a small example', () => {
    expect(published).toEqual({ tp: 1, fp: 0, fn: 1, tn: 2 });
    expect(precision(published)?.value).toBe(1);
    expect(recall(published)?.value).toBe(0.5);
    expect(f1(published)?.value).toBeCloseTo(2 / 3, 12);
  });

  it('have intervals that hold the figure and narrow with n', () => {
    const few = f1({ tp: 8, fp: 2, fn: 2, tn: 0 });
    const many = f1({ tp: 800, fp: 200, fn: 200, tn: 0 });
    expect(few?.value).toBeCloseTo(0.8, 12);
    expect(many?.value).toBeCloseTo(0.8, 12);
    expect(few!.low).toBeLessThan(0.8);
    expect(few!.high).toBeGreaterThan(0.8);
    expect(many!.high - many!.low).toBeLessThan((few!.high - few!.low) / 5);
  });

  it('know nothing where there is nothing to judge by', () => {
    const nothing = { tp: 0, fp: 0, fn: 0, tn: 9 };
    expect([precision(nothing), recall(nothing), f1(nothing)]).toEqual([null, null, null]);
  });
});
