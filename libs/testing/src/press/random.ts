/** Seeded choices: the same seed always gives the same sequence, on every machine. */
export type Random = {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number from `min` to `max`, both included. */
  int(min: number, max: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** `count` different items in random order, or all where there are fewer. */
  sample<T>(items: readonly T[], count: number): T[];
  /** A key, drawn in proportion to its weight; at least one weight must be above zero. */
  weighted<K extends string>(weights: Partial<Record<K, number>>): K;
};

/** A random source for a name such as `(seed, 'day', 20000)`: other names give independent sequences. */
export function randomFor(...name: (string | number)[]): Random {
  const next = mulberry32(fnv1a(name.join('\u0000')));
  const int = (min: number, max: number) => min + Math.floor(next() * (max - min + 1));
  return {
    next,
    int,
    chance: (probability) => next() < probability,
    pick: (items) => at(items, int(0, items.length - 1)),
    sample: (items, count) => sample(items, count, int),
    weighted: (weights) => weighted(weights, next()),
  };
}

/** 32-bit FNV-1a over UTF-16 units: http://www.isthe.com/chongo/tech/comp/fnv/ */
export function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash >>> 0;
}

/** Mulberry32, a 32-bit generator in the public domain: enough for prose, not for secrets. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function at<T>(items: readonly T[], index: number): T {
  if (index < 0 || index >= items.length) throw new RangeError('nothing to pick from');
  return items[index] as T;
}

function sample<T>(items: readonly T[], count: number, int: (min: number, max: number) => number): T[] {
  const pool = [...items];
  const taken = Math.min(count, pool.length);
  for (let index = 0; index < taken; index++) {
    const other = int(index, pool.length - 1);
    [pool[index], pool[other]] = [at(pool, other), at(pool, index)];
  }
  return pool.slice(0, taken);
}

function weighted<K extends string>(weights: Partial<Record<K, number>>, draw: number): K {
  const entries = Object.entries(weights) as [K, number][];
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  if (!(total > 0)) throw new RangeError('no weight above zero');
  let left = draw * total;
  for (const [key, weight] of entries) {
    left -= weight;
    if (left < 0) return key;
  }
  return entries.findLast(([, weight]) => weight > 0)?.[0] as K;
}
