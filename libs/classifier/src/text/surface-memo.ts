/** Remembers a number for each spelling met, without cutting the spelling out of the text. */
export interface SurfaceMemo {
  /** The number of source[start, end), whose FNV-1a hash is given: remembered, or resolved the first time. */
  lookup(source: string, start: number, end: number, hash: number): number;
}

/** Spellings remembered; beyond it the memory is started anew, so that a stream cannot fill it. */
const CAPACITY = 1 << 15;
const SLOTS = CAPACITY * 2;
const POOL = CAPACITY * 12;
/** A slot is four numbers side by side, so that a look-up touches one line of the cache: hash, place, length, value. */
const WIDTH = 4;

/**
 * A memo over an open-addressing table of FNV-1a hashes. Every hit is compared letter by letter, so it answers
 * exactly what `resolve` answers, only faster: a Map would need a new string for every word of every text.
 */
export function createSurfaceMemo(resolve: (surface: string) => number): SurfaceMemo {
  const slots = new Int32Array(SLOTS * WIDTH);
  const pool = new Uint16Array(POOL);
  let count = 0;
  let pooled = 0;
  const add = (at: number, hash: number, source: string, start: number, end: number): number => {
    const value = resolve(source.slice(start, end));
    if (count >= CAPACITY || pooled + end - start > POOL) {
      slots.fill(0);
      count = 0;
      pooled = 0;
      return value;
    }
    slots[at] = hash;
    slots[at + 1] = pooled;
    slots[at + 2] = end - start;
    slots[at + 3] = value;
    for (let i = start; i < end; i++) pool[pooled++] = source.charCodeAt(i);
    count += 1;
    return value;
  };
  return {
    lookup(source, start, end, hash) {
      const length = end - start;
      let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
      // No spelling has length 0, so a length tells whether a slot is taken.
      for (let at = slot * WIDTH; slots[at + 2] !== 0; at = slot * WIDTH) {
        if (slots[at] === hash && slots[at + 2] === length) {
          let p = slots[at + 1]!;
          let i = start;
          while (i < end && source.charCodeAt(i) === pool[p]) {
            i += 1;
            p += 1;
          }
          if (i === end) return slots[at + 3]!;
        }
        slot = (slot + 1) & (SLOTS - 1);
      }
      return add(slot * WIDTH, hash, source, start, end);
    },
  };
}
