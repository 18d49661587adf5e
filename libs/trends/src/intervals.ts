/** z of the difference of two shares with a pooled variance; 0 where either has no cases or neither varies. */
export function twoProportionZ(hitsA: number, nA: number, hitsB: number, nB: number): number {
  if (nA <= 0 || nB <= 0) return 0;
  const pooled = (hitsA + hitsB) / (nA + nB);
  const variance = pooled * (1 - pooled) * (1 / nA + 1 / nB);
  return variance === 0 ? 0 : (hitsA / nA - hitsB / nB) / Math.sqrt(variance);
}
