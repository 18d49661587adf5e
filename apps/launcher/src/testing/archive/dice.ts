/** Numbers that look random and are the same in every run, from 0 up to 1 (mulberry32). */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const TABLE = 1 << 20;

/** Draws places 0, 1, 2 … as often as their weights say, to a millionth, in one step each. */
export function weighted(weights: readonly number[], random: () => number): () => number {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const table = new Int32Array(TABLE);
  let [place, upTo] = [0, (weights[0] ?? 0) / sum];
  for (let at = 0; at < TABLE; at += 1) {
    while (at / TABLE >= upTo && place < weights.length - 1) {
      place += 1;
      upTo += (weights[place] ?? 0) / sum;
    }
    table[at] = place;
  }
  return () => table[Math.floor(random() * TABLE)] ?? 0;
}

/** Weights of Zipf's law: the n-th of `count` counts as 1 / n^exponent. */
export const zipf = (count: number, exponent: number): number[] =>
  Array.from({ length: count }, (_, rank) => 1 / (rank + 1) ** exponent);
