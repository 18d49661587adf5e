/** The words of a text as every simple method sees them. */
export interface WeighedTerms {
  /** Numbers of its different terms. */
  readonly ids: Int32Array;
  /** How often each is said. */
  readonly counts: Float64Array;
  /** (1 + ln count) times inverse document frequency, scaled to length 1. */
  readonly weights: Float64Array;
  /** Running terms. */
  readonly length: number;
}

/** An article before a simple method, for one label: its words, how many cue terms of the label it holds, and the truth. */
export interface Sample {
  readonly words: WeighedTerms;
  readonly cues: number;
  readonly actual: boolean;
}

/**
 * Weighs the terms of each text by how rare they are among all texts (Salton and Buckley 1988). The labels are not
 * looked at, so that texts to be judged may be among them.
 */
export function weighTerms(texts: readonly (readonly string[])[]): WeighedTerms[] {
  const ids = new Map<string, number>();
  const inTexts: number[] = [];
  const counted = texts.map((terms) => {
    const counts = new Map<number, number>();
    for (const term of terms) {
      const id = ids.get(term) ?? ids.size;
      ids.set(term, id);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    for (const id of counts.keys()) inTexts[id] = (inTexts[id] ?? 0) + 1;
    return { counts, length: terms.length };
  });
  return counted.map(({ counts, length }) => {
    const raw = [...counts].map(
      ([id, n]) => (1 + Math.log(n)) * Math.log((texts.length + 1) / ((inTexts[id] ?? 0) + 1)),
    );
    const norm = Math.hypot(...raw) || 1;
    return {
      ids: Int32Array.from(counts.keys()),
      counts: Float64Array.from(counts.values()),
      weights: Float64Array.from(raw, (weight) => weight / norm),
      length,
    };
  });
}

/** One more than the highest term number among the samples. */
export function termCount(samples: readonly Sample[]): number {
  let most = -1;
  for (const { words } of samples) for (const id of words.ids) most = Math.max(most, id);
  return most + 1;
}
