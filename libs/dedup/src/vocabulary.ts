import type { StoryVector } from './story-vector.ts';

/** An article as another one's vocabulary reads it. */
export interface Reading {
  readonly vector: StoryVector;
  /** Number of each term; -1 for what the other article does not have. */
  readonly terms: readonly number[];
  /** The same of the keys of all bridges, one after the other; in the same script only of the likely ones. */
  readonly keys: readonly number[];
  /** Without -1: of each bridge the likeliest keys. */
  readonly likelyKeys: readonly number[];
  /** How many figures it names, and how many of them the other names too. */
  readonly figures: { readonly named: number; readonly shared: number };
}

/** Of a name that can be read in several ways, so many are enough to know how common it is. */
const LIKELY_READINGS = 4;
const HASH = 35;

/**
 * The terms and bridge keys of one article, numbered. Each term of another article is looked up once; it is then counted
 * and compared by number.
 */
export class Vocabulary {
  readonly vector: StoryVector;
  readonly figures: number;
  /** By number. */
  readonly words: readonly string[];
  readonly #numbers = new Map<string, number>();
  /** 1 where a term of the article may be, by `filterPlace`: what is not there needs no look-up. */
  readonly #filter = new Uint8Array(FILTER);

  constructor(vector: StoryVector) {
    this.vector = vector;
    for (const term of vector.terms) this.#add(term);
    for (const { keys } of vector.bridges) for (const key of keys) this.#add(key);
    this.words = [...this.#numbers.keys()];
    this.figures = vector.bridges.filter(isFigure).length;
  }

  /** Number of a term or key, from 0; -1 for one that the article does not have. */
  numberOf(term: string): number {
    return this.#filter[filterPlace(term)] === 0 ? -1 : (this.#numbers.get(term) ?? -1);
  }

  read(vector: StoryVector): Reading {
    const keys: number[] = [];
    const likelyKeys: number[] = [];
    const figures = { named: 0, shared: 0 };
    // In one script articles are compared by their terms; their keys are only counted.
    const most = vector.dense === this.vector.dense ? LIKELY_READINGS : Infinity;
    for (const bridge of vector.bridges) {
      for (let k = 0; k < bridge.keys.length && k < most; k += 1) {
        const number = this.numberOf(bridge.keys[k]!);
        keys.push(number);
        if (number >= 0 && k < LIKELY_READINGS) likelyKeys.push(number);
      }
      if (!isFigure(bridge)) continue;
      figures.named += 1;
      if (keys.at(-1)! >= 0) figures.shared += 1;
    }
    return { vector, terms: this.#numbersOf(vector.terms), keys, likelyKeys, figures };
  }

  #numbersOf(terms: readonly string[]): number[] {
    const numbers: number[] = [];
    for (let i = 0; i < terms.length; i += 1) numbers.push(this.numberOf(terms[i]!));
    return numbers;
  }

  #add(term: string): void {
    if (this.#numbers.has(term)) return;
    this.#numbers.set(term, this.#numbers.size);
    this.#filter[filterPlace(term)] = 1;
  }
}

const FILTER = 4_096;

/** From length and two signs, which few terms share that differ. */
function filterPlace(term: string): number {
  const { length } = term;
  return (term.charCodeAt(length - 1) + 31 * term.charCodeAt(length >> 1) + 421 * length) & (FILTER - 1);
}

function isFigure({ keys }: StoryVector['bridges'][number]): boolean {
  return keys[0]?.charCodeAt(0) === HASH;
}
