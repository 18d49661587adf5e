/**
 * A matrix of terms by labels in which most rows hold one value for nearly all labels (what rivals take away):
 * per term that common value, and the labels that differ from it.
 */
export interface TermWeights {
  /** Entries of term t stand at [starts[t], starts[t + 1]). */
  readonly starts: Int32Array;
  readonly labels: Uint8Array;
  /** What an entry's label has beyond the common value. */
  readonly extras: Float32Array;
  readonly topicCommon: Float32Array;
  readonly frameCommon: Float32Array;
}

/** Packs one dense row per term (null: no weight); the first `topics` labels are topics, the others frames. */
export function packWeights(rows: readonly (Float64Array | null)[], topics: number): TermWeights {
  const starts = new Int32Array(rows.length + 1);
  const topicCommon = new Float32Array(rows.length);
  const frameCommon = new Float32Array(rows.length);
  const labels: number[] = [];
  const extras: number[] = [];
  for (const [t, row] of rows.entries()) {
    starts[t] = labels.length;
    if (row === null) continue;
    topicCommon[t] = mostCommon(row.subarray(0, topics));
    frameCommon[t] = mostCommon(row.subarray(topics));
    for (const [k, weight] of row.entries()) {
      const extra = weight - (k < topics ? topicCommon[t]! : frameCommon[t]!);
      if (Math.abs(extra) < 1e-6) continue;
      labels.push(k);
      extras.push(extra);
    }
  }
  starts[rows.length] = labels.length;
  return {
    starts,
    labels: Uint8Array.from(labels),
    extras: Float32Array.from(extras),
    topicCommon,
    frameCommon,
  };
}

/** The weight of one term for one label. */
export function weightOf(weights: TermWeights, term: number, label: number, topics: number): number {
  let weight = label < topics ? weights.topicCommon[term]! : weights.frameCommon[term]!;
  for (let e = weights.starts[term]!; e < weights.starts[term + 1]!; e++) {
    if (weights.labels[e] === label) weight += weights.extras[e]!;
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
