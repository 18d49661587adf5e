/**
 * A matrix of terms by labels in which most rows hold one value for nearly all labels (what rivals take away):
 * per term that common value, and the labels that differ from it. Numbers read together stand together.
 */
export interface TermWeights {
  /** Entries of term t stand at [starts[t], starts[t + 1]). */
  readonly starts: Int32Array;
  /** Pairs: a label, and what it has beyond the common value. */
  readonly entries: Float32Array;
  /** Pairs: the common value of topics, and of frames. */
  readonly common: Float32Array;
}

/** Packs one dense row per term (null: no weight); the first `topics` labels are topics, the others frames. */
export function packWeights(rows: readonly (Float64Array | null)[], topics: number): TermWeights {
  const starts = new Int32Array(rows.length + 1);
  const common = new Float32Array(2 * rows.length);
  const entries: number[] = [];
  for (const [t, row] of rows.entries()) {
    starts[t] = entries.length;
    if (row === null) continue;
    common[2 * t] = mostCommon(row.subarray(0, topics));
    common[2 * t + 1] = mostCommon(row.subarray(topics));
    for (const [k, weight] of row.entries()) {
      const extra = weight - common[2 * t + (k < topics ? 0 : 1)]!;
      if (Math.abs(extra) > 1e-6) entries.push(k, extra);
    }
  }
  starts[rows.length] = entries.length;
  return { starts, entries: Float32Array.from(entries), common };
}

/** The weight of one term for one label. */
export function weightOf(weights: TermWeights, term: number, label: number, topics: number): number {
  let weight = weights.common[2 * term + (label < topics ? 0 : 1)]!;
  for (let e = weights.starts[term]!; e < weights.starts[term + 1]!; e += 2) {
    if (weights.entries[e] === label) weight += weights.entries[e + 1]!;
  }
  return weight;
}

function mostCommon(row: Float64Array): number {
  const counts = new Map<number, number>();
  for (const weight of row) counts.set(weight, (counts.get(weight) ?? 0) + 1);
  let best = 0;
  let most = 0;
  for (const [weight, n] of counts) if (n > most) [best, most] = [weight, n];
  return best;
}
