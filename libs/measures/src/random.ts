/** Numbers from 0 to below 1, the same for the same seed: xorshift32 (Marsaglia 2003, J. Stat. Software 8:14). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
