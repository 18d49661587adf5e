import { textTerms } from '../lexicon/background.ts';

/** A text as its different terms and how often each is said. */
export interface Bag {
  readonly ids: Int32Array;
  readonly counts: Float64Array;
  /** Running terms, repetitions included. */
  readonly length: number;
}

/** Numbers for terms, growing as texts are read. */
export interface TermIndex {
  readonly ids: Map<string, number>;
  readonly language: string;
}

/** An index that knows no term yet. */
export function createTermIndex(language: string): TermIndex {
  return { ids: new Map(), language };
}

/** Counts a text's terms; terms new to the index get numbers, or are left out where it is `frozen`. */
export function bagOf(index: TermIndex, text: string, frozen: 'frozen' | 'growing'): Bag {
  const terms = textTerms(text, index.language);
  const counts = new Map<number, number>();
  for (const term of terms) {
    const id = index.ids.get(term) ?? (frozen === 'frozen' ? -1 : index.ids.size);
    if (id < 0) continue;
    index.ids.set(term, id);
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return {
    ids: Int32Array.from(counts.keys()),
    counts: Float64Array.from(counts.values()),
    length: terms.length,
  };
}
