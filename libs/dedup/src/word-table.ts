const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/**
 * Remembers what was worked out for words, found by their place in a text: nothing is cut out of it, which takes longer
 * than all the rest, until a word is met that is new. Full, it begins anew. `workOut` is a pure function of the word.
 */
export class WordTable<T> {
  readonly #workOut: (word: string) => T;
  readonly #most: number;
  readonly #words: string[] = [];
  readonly #values: T[] = [];
  /** By hash, at most half full: a word's place and one more; 0 is free. */
  readonly #slots: Int32Array;

  constructor(most: number, workOut: (word: string) => T) {
    this.#workOut = workOut;
    this.#most = most;
    this.#slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * most)));
  }

  /** For the word from `start` to before `end`. */
  get(text: string, start: number, end: number): T {
    const mask = this.#slots.length - 1;
    let slot = hashOf(text, start, end) & mask;
    for (let place = this.#slots[slot]!; place !== 0; place = this.#slots[slot]!) {
      if (isAt(this.#words[place - 1]!, text, start, end)) return this.#values[place - 1]!;
      slot = (slot + 1) & mask;
    }
    return this.#add(text.slice(start, end), slot);
  }

  #add(word: string, slot: number): T {
    // A piece of a text would keep the whole text in memory: it is copied.
    const own = ` ${word}`.slice(1);
    const value = this.#workOut(own);
    if (this.#words.length === this.#most) {
      this.#words.length = this.#values.length = 0;
      this.#slots.fill(0);
      return value;
    }
    this.#values.push(value);
    this.#slots[slot] = this.#words.push(own);
    return value;
  }
}

function hashOf(text: string, start: number, end: number): number {
  let hash = FNV_START;
  for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return hash ^ (hash >>> 15);
}

function isAt(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i += 1)
    if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
