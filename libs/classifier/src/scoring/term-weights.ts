/**
 * A matrix of terms by labels in which most rows hold one value for nearly all labels (what rivals take away):
 * per term that common value, and the labels that differ from it. Numbers read together stand together.
 */
export interface TermWeights {
  /** Four numbers per term, side by side in one line of the cache: where its entries begin and end, and the two of `common`. */
  readonly places: Int32Array;
  /** The same memory read as decimals: at the third and fourth place of a term, the common value of topics and of frames. */
  readonly common: Float32Array;
  /** Pairs: a label, and (in `extras`, the same memory read as decimals) what it has beyond the common value. */
  readonly entries: Int32Array;
  readonly extras: Float32Array;
}

/** Numbers per term in `places` and `common`. */
export const PLACE_WIDTH = 4;

/** Packs one dense row per term (null: no weight); the first `topics` labels are topics, the others frames. */
export function packWeights(rows: readonly (Float64Array | null)[], topics: number): TermWeights {
  const places = new Int32Array(PLACE_WIDTH * rows.length);
  const common = new Float32Array(places.buffer);
  const pairs: [label: number, extra: number][] = [];
  for (const [t, row] of rows.entries()) {
    const at = PLACE_WIDTH * t;
    places[at] = 2 * pairs.length;
    if (row !== null) {
      common[at + 2] = mostCommon(row.subarray(0, topics));
      common[at + 3] = mostCommon(row.subarray(topics));
      for (const [k, weight] of row.entries()) {
        const extra = weight - common[at + (k < topics ? 2 : 3)]!;
        if (Math.abs(extra) > 1e-6) pairs.push([k, extra]);
      }
    }
    places[at + 1] = 2 * pairs.length;
  }
  const entries = new Int32Array(2 * pairs.length);
  const extras = new Float32Array(entries.buffer);
  for (const [p, [label, extra]] of pairs.entries()) {
    entries[2 * p] = label;
    extras[2 * p + 1] = extra;
  }
  return { places, common, entries, extras };
}

/** The weight of one term for one label. */
export function weightOf(
  { places, common, entries, extras }: TermWeights,
  term: number,
  label: number,
  topics: number,
): number {
  const at = PLACE_WIDTH * term;
  let weight = common[at + (label < topics ? 2 : 3)]!;
  for (let e = places[at]!; e < places[at + 1]!; e += 2) {
    if (entries[e] === label) weight += extras[e + 1]!;
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
