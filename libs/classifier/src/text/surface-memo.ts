/** Remembers a number for each spelling met, without cutting the spelling out of the text. */
export interface SurfaceMemo {
  /** The number of source[start, end), whose FNV-1a hash is given: remembered, or resolved the first time. */
  lookup(source: string, start: number, end: number, hash: number): number;
}

/** Spellings remembered; beyond it the memory is started anew, so that a stream cannot fill it. */
const CAPACITY = 1 << 16;
const SLOTS = CAPACITY * 2;
const POOL = CAPACITY * 12;

/**
 * A memo over an open-addressing table of FNV-1a hashes. Every hit is compared letter by letter, so it answers
 * exactly what `resolve` answers, only faster: a Map would need a new string for every word of every text.
 */
export function createSurfaceMemo(resolve: (surface: string) => number): SurfaceMemo {
  const slots = new Int32Array(SLOTS);
  const offsets = new Int32Array(CAPACITY + 2);
  const values = new Int32Array(CAPACITY + 1);
  const hashes = new Int32Array(CAPACITY + 1);
  const pool = new Uint16Array(POOL);
  let count = 0;
  const same = (entry: number, source: string, start: number, end: number): boolean => {
    const from = offsets[entry]!;
    if (offsets[entry + 1]! - from !== end - start) return false;
    for (let i = start, p = from; i < end; i++, p++) if (source.charCodeAt(i) !== pool[p]!) return false;
    return true;
  };
  const add = (slot: number, hash: number, source: string, start: number, end: number): number => {
    const value = resolve(source.slice(start, end));
    if (count >= CAPACITY || offsets[count + 1]! + end - start > POOL) {
      slots.fill(0);
      count = 0;
      return value;
    }
    count += 1;
    let p = offsets[count]!;
    for (let i = start; i < end; i++) pool[p++] = source.charCodeAt(i);
    offsets[count + 1] = p;
    values[count] = value;
    hashes[count] = hash;
    slots[slot] = count;
    return value;
  };
  return {
    lookup(source, start, end, hash) {
      let slot = (hash ^ (hash >>> 15)) & (SLOTS - 1);
      for (let entry = slots[slot]!; entry !== 0; entry = slots[slot]!) {
        if (hashes[entry] === hash && same(entry, source, start, end)) return values[entry]!;
        slot = (slot + 1) & (SLOTS - 1);
      }
      return add(slot, hash, source, start, end);
    },
  };
}
