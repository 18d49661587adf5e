import { LONG } from './words.ts';

/** Remembers a number for each spelling met, without cutting the spelling out of the text. */
export interface SurfaceMemo {
  /** The number of source[start, end), whose spelling in two numbers is given: remembered, or resolved the first time. */
  lookup(source: string, start: number, end: number, low: number, high: number): number;
}

/** Spellings remembered; beyond it the memory is started anew, so that a stream cannot fill it. */
const CAPACITY = 1 << 15;
const SLOTS = CAPACITY * 2;
/** Slots of a small table before the large one, each with the last spelling met there: it stays in the nearest cache. */
const NEAR = 1 << 10;
/** A slot is four numbers side by side, so that a look-up touches one line of the cache: low, high, value, unused. */
const WIDTH = 4;

/**
 * A memo over open-addressing tables. Two numbers hold a short spelling entirely, and a long one is compared letter by
 * letter, so it answers exactly what `resolve` answers, only faster: a Map would need a new string for every word.
 */
export function createSurfaceMemo(resolve: (surface: string) => number): SurfaceMemo {
  const slots = new Int32Array(SLOTS * WIDTH);
  const near = new Int32Array(NEAR * WIDTH);
  const long = createLongMemo(resolve);
  let count = 0;
  const lookupFar = (
    source: string,
    start: number,
    end: number,
    low: number,
    high: number,
    place: number,
  ): number => {
    let at = (place & (SLOTS - 1)) * WIDTH;
    // No spelling is 0, so the first number tells whether a slot is taken.
    for (;;) {
      const found = slots[at]!;
      if (found === low && slots[at + 1] === high) return slots[at + 2]!;
      if (found === 0) break;
      at = (at + WIDTH) & (SLOTS * WIDTH - 1);
    }
    const value = resolve(source.slice(start, end));
    if (count >= CAPACITY) {
      slots.fill(0);
      count = 0;
      return value;
    }
    slots[at] = low;
    slots[at + 1] = high;
    slots[at + 2] = value;
    count += 1;
    return value;
  };
  return {
    lookup(source, start, end, low, high) {
      if (high === LONG) return long(source, start, end);
      const mixed = Math.imul(low, 0x9e3779b1) ^ Math.imul(high, 0x85ebca6b);
      const place = mixed ^ (mixed >>> 15);
      const close = (place & (NEAR - 1)) * WIDTH;
      if (near[close] === low && near[close + 1] === high) return near[close + 2]!;
      const value = lookupFar(source, start, end, low, high, place);
      near[close] = low;
      near[close + 1] = high;
      near[close + 2] = value;
      return value;
    },
  };
}

const LONG_CAPACITY = 1 << 13;
const LONG_SLOTS = LONG_CAPACITY * 2;
const POOL = LONG_CAPACITY * 16;

/** The same for long spellings: slots of hash (FNV-1a), place in a pool of letters, length and value. */
function createLongMemo(resolve: (surface: string) => number) {
  const slots = new Int32Array(LONG_SLOTS * WIDTH);
  const pool = new Uint16Array(POOL);
  let count = 0;
  let pooled = 0;
  const add = (at: number, hash: number, source: string, start: number, end: number): number => {
    const value = resolve(source.slice(start, end));
    if (count >= LONG_CAPACITY || pooled + end - start > POOL) {
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
  return (source: string, start: number, end: number): number => {
    const length = end - start;
    let hash = FNV_BASIS;
    for (let i = start; i < end; i++) hash = Math.imul(hash ^ source.charCodeAt(i), FNV_PRIME);
    let slot = (hash ^ (hash >>> 15)) & (LONG_SLOTS - 1);
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
      slot = (slot + 1) & (LONG_SLOTS - 1);
    }
    return add(slot * WIDTH, hash, source, start, end);
  };
}

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
