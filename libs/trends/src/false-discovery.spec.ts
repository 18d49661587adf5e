import { describe, expect, it } from '@jest/globals';
import { falseDiscoveryRates } from './false-discovery.ts';

describe('falseDiscoveryRates', () => {
  // Benjamini and Hochberg, J. R. Statist. Soc. B 57 (1995) 289, section 4.1: fifteen comparisons of two treatments
  // after a heart attack (Neuhaus et al. 1992). At .05 their procedure rejects the four smallest, Bonferroni's three.
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528,
    0.759, 1,
  ];

  it('rejects the four hypotheses of the published example', () => {
    const rates = falseDiscoveryRates(published);
    expect(rates.filter((rate) => rate <= 0.05)).toHaveLength(4);
    expect(rates[3]).toBeCloseTo((15 / 4) * 0.0095, 12);
    expect(published.filter((p) => p * 15 <= 0.05)).toHaveLength(3);
  });

  it('does not depend on the order, and never falls as p rises', () => {
    const rates = falseDiscoveryRates(published);
    const shuffled = [9, 3, 14, 0, 7, 1, 12, 5, 10, 2, 8, 6, 13, 4, 11];
    expect(falseDiscoveryRates(shuffled.map((i) => published[i] ?? 1))).toEqual(
      shuffled.map((i) => rates[i]),
    );
    expect(rates).toEqual([...rates].sort((a, b) => a - b));
  });

  it('leaves a single one as it is', () => {
    expect(falseDiscoveryRates([0.03])).toEqual([0.03]);
    expect(falseDiscoveryRates([])).toEqual([]);
  });
});
