import { seededRandom } from '@framewatch/measures';
import { describe, expect, it } from '@jest/globals';
import { adjustShare, calibrate, type JudgedScore } from './adjust.ts';

const judged = (positives: number, negatives: number, scores = [0.8, 0.2]): JudgedScore[] => [
  ...new Array<JudgedScore>(positives).fill({ score: scores[0] ?? 0, actual: true }),
  ...new Array<JudgedScore>(negatives).fill({ score: scores[1] ?? 0, actual: false }),
];
const sums = (scores: number[]) => ({
  n: scores.length,
  sum: scores.reduce((sum, x) => sum + x, 0),
  squares: scores.reduce((sum, x) => sum + x * x, 0),
});

describe('calibrate', () => {
  it('says how many are missing, and of which kind', () => {
    expect(calibrate(judged(50, 49), seededRandom(1))).toEqual({
      kind: 'too-few',
      judged: 99,
      needed: 100,
      positives: 50,
    });
    expect(calibrate(judged(9, 200), seededRandom(1))).toMatchObject({
      kind: 'too-few-of-a-kind',
      needed: 10,
    });
    expect(calibrate(judged(60, 60, [0.5, 0.3]), seededRandom(1))).toMatchObject({ kind: 'not-told-apart' });
  });
});

describe('adjustShare', () => {
  it('is the arithmetic of Bella et al. 2010: the mean score, scaled by the two means', () => {
    const calibration = calibrate(judged(60, 60), seededRandom(1));
    if (calibration.kind !== 'calibrated') throw new Error(calibration.kind);
    // (.38 - .2) / (.8 - .2)
    expect(adjustShare(calibration, sums([0.38, 0.38, 0.38]))?.share).toBeCloseTo(0.3, 12);
    expect(adjustShare(calibration, sums([0.1]))?.share).toBe(0);
    expect(adjustShare(calibration, sums([0.9]))?.share).toBe(1);
    expect(adjustShare(calibration, sums([]))).toBeNull();
  });

  it('finds the true share where counting does not, and its band holds it 19 times in 20', () => {
    const random = seededRandom(11);
    // Scores of carriers and others overlap: third powers and roots of evenly spread numbers.
    const score = (actual: boolean) => (actual ? Math.cbrt(random()) : random() ** 3);
    const draw = (n: number, share: number) =>
      Array.from({ length: n }, () => random() < share).map((actual) => ({ score: score(actual), actual }));
    let held = 0;
    let error = 0;
    const rounds = 80;
    for (let round = 0; round < rounds; round++) {
      const calibration = calibrate(draw(200, 0.5), random);
      if (calibration.kind !== 'calibrated') throw new Error(calibration.kind);
      const estimate = adjustShare(calibration, sums(draw(400, 0.25).map((one) => one.score)));
      if (!estimate) throw new Error('no estimate');
      error += (estimate.share - 0.25) / rounds;
      if (estimate.low <= 0.25 && 0.25 <= estimate.high) held += 1;
    }
    expect(Math.abs(error)).toBeLessThan(0.02);
    expect(held / rounds).toBeGreaterThan(0.88);
  });
});
