/**
 * Two-sided probability of a standard normal beyond |z|. Press et al., Numerical Recipes in C (1992), `erfcc`: its
 * relative error stays below 1.2e-7 far into the tail, where many comparisons are decided.
 */
export function chanceOf(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  return Math.min(1, t * Math.exp(-x * x + COEFFICIENTS.reduceRight((sum, c) => sum * t + c, 0)));
}

const COEFFICIENTS = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587,
  -0.82215223, 0.17087277,
];
