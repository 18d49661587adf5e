/**
 * Remembers what was worked out for a word, up to so many words; then it begins anew, which costs little. `workOut` is
 * a pure function of the word.
 */
export class BoundedMemo<T> {
  readonly #known = new Map<string, T>();
  readonly #most: number;
  readonly #workOut: (word: string) => T;

  constructor(most: number, workOut: (word: string) => T) {
    this.#most = most;
    this.#workOut = workOut;
  }

  get(word: string): T {
    const known = this.#known.get(word);
    if (known !== undefined) return known;
    // A word that was cut out of a text would keep the whole text in memory: it is copied.
    const own = ` ${word}`.slice(1);
    const found = this.#workOut(own);
    if (this.#known.size >= this.#most) this.#known.clear();
    this.#known.set(own, found);
    return found;
  }
}
