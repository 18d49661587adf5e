import { describe, expect, it } from '@jest/globals';
import { averagePrecision, rocAuc, type Scored } from './ranking.ts';

const ranked = (marks: string): Scored[] =>
  [...marks].map((mark, i) => ({ score: -i, actual: mark === 'R' }));
// scikit-learn, documentation of roc_auc_score and average_precision_score.
const documented: Scored[] = [
  { score: 0.1, actual: false },
  { score: 0.4, actual: false },
  { score: 0.35, actual: true },
  { score: 0.8, actual: true },
];

describe('averagePrecision', () => {
  it('is as published', () => {
    expect(averagePrecision(documented)).toBeCloseTo(0.8333, 4);
    // Manning, Raghavan and Schütze, Introduction to Information Retrieval, exercise 8.8: MAP .6 and .493.
    expect(averagePrecision(ranked('RNRNNNNNRR'))).toBeCloseTo(0.6, 12);
    expect(averagePrecision(ranked('NRNNRRRNNN'))).toBeCloseTo(0.493, 3);
  });

  it('takes no side among equal scores', () => {
    const tied = [true, false, false, true].map((actual) => ({ score: 1, actual }));
    expect(averagePrecision(tied)).toBe(0.5);
    expect(averagePrecision([...tied].reverse())).toBe(0.5);
  });
});

describe('rocAuc', () => {
  it('is as published', () => {
    expect(rocAuc(documented)).toBe(0.75);
  });

  it('is one half where all scores are equal, and unknown where a kind is missing', () => {
    expect(rocAuc([true, false, false].map((actual) => ({ score: 2, actual })))).toBe(0.5);
    expect(rocAuc(ranked('RRR'))).toBeNull();
    expect(averagePrecision(ranked('NNN'))).toBeNull();
  });
});
