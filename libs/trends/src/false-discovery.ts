/** Of all that is shown as found, this part may be chance. */
export const FALSE_DISCOVERIES = 0.05;

/**
 * Adjusted p-values of Benjamini and Hochberg (1995, J. R. Statist. Soc. B 57:289), in the order given: keeping those
 * below a level keeps the expected share of false discoveries below it.
 */
export function falseDiscoveryRates(probabilities: readonly number[]): number[] {
  const rates = new Array<number>(probabilities.length).fill(1);
  const ranked = [...probabilities.entries()].sort(([, a], [, b]) => b - a);
  let smallest = 1;
  for (const [back, [index, p]] of ranked.entries()) {
    smallest = Math.min(smallest, (p * probabilities.length) / (probabilities.length - back));
    rates[index] = smallest;
  }
  return rates;
}
