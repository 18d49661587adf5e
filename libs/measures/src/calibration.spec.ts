import { describe, expect, it } from '@jest/globals';
import { calibrationError, reliability } from './calibration.ts';

// TorchMetrics, documentation of BinaryCalibrationError (n_bins=2, norm='l1'): .2900.
const documented = [
  { score: 0.25, actual: false },
  { score: 0.25, actual: false },
  { score: 0.55, actual: true },
  { score: 0.75, actual: true },
  { score: 0.75, actual: true },
];

describe('reliability', () => {
  it('puts every case into one range, the highest score into the last', () => {
    const curve = reliability([...documented, { score: 1, actual: true }], 2);
    expect(curve.map(({ n }) => n)).toEqual([2, 4]);
    expect(curve[0]).toMatchObject({ score: 0.25, share: 0 });
  });
});

describe('calibrationError', () => {
  it('is as published', () => {
    expect(calibrationError(reliability(documented, 2))).toBeCloseTo(0.29, 12);
  });

  it('is 0 for scores that keep their word, and unknown without cases', () => {
    const kept = [0, 0, 1, 1].map((n) => ({ score: 0.5, actual: n === 1 }));
    expect(calibrationError(reliability(kept, 10))).toBe(0);
    expect(calibrationError(reliability([], 10))).toBeNull();
  });
});
