import type { Likeness } from './compare-terms.ts';
import type { StoryVector } from './story-vector.ts';
import type { TermRarity } from './term-rarity.ts';

/** A translation follows its original within a day or so; what comes later needs more in common. */
const REACH_DAYS = 4;
/** Across languages .21 is what .45 is within one: there each parts best on the synthetic press (.20 to .24 do as well). */
const SCALE = 0.45 / 0.21;

/** An article's bridges by all their keys, prepared once for all candidates. */
export interface PreparedBridges {
  readonly vector: StoryVector;
  readonly placeOf: ReadonlyMap<string, number>;
}

/** Prepares an article for `compareBridges`. */
export function prepareBridges(vector: StoryVector): PreparedBridges {
  const placeOf = new Map<string, number>();
  vector.bridges.forEach(({ keys }, at) => {
    for (const key of keys) if (!placeOf.has(key)) placeOf.set(key, at);
  });
  return { vector, placeOf };
}

/** Of one kind of bridges: product of what is shared, and the squared length of either side. */
interface Kind {
  product: number;
  ours: number;
  theirs: number;
}

/**
 * Likeness of texts in two scripts, 0 to 1: the geometric mean of how far their names and figures agree and how far the
 * things they speak of do, since a place sees many events, and an event of one kind many places.
 */
export function compareBridges(
  a: PreparedBridges,
  b: StoryVector,
  days: number,
  rarity: TermRarity,
): Likeness {
  const names: Kind = { product: 0, ours: 0, theirs: 0 };
  const things: Kind = { product: 0, ours: 0, theirs: 0 };
  const met = new Set<number>();
  const shared: string[] = [];
  for (const { keys, weight, certain } of b.bridges) {
    const kind = isThing(keys) ? things : names;
    const key = firstFree(keys, a.placeOf, met);
    if (key === undefined) {
      if (certain) kind.theirs += (weight * rarity(keys[0]!)) ** 2;
      continue;
    }
    const at = a.placeOf.get(key)!;
    met.add(at);
    shared.push(key);
    const rare = rarity(key);
    const ours = a.vector.bridges[at]!.weight * rare;
    kind.product += ours * weight * rare;
    kind.ours += ours ** 2;
    kind.theirs += (weight * rare) ** 2;
  }
  if (names.product === 0 || things.product === 0) return { similarity: 0, shared };
  a.vector.bridges.forEach(({ keys, weight, certain }, at) => {
    if (certain && !met.has(at)) (isThing(keys) ? things : names).ours += (weight * rarity(keys[0]!)) ** 2;
  });
  const nearness = Math.max(0, 1 - (days / REACH_DAYS) ** 2);
  return { similarity: Math.min(1, Math.sqrt(ratio(names) * ratio(things)) * SCALE) * nearness, shared };
}

function firstFree(
  keys: readonly string[],
  placeOf: ReadonlyMap<string, number>,
  met: ReadonlySet<number>,
): string | undefined {
  for (const key of keys) {
    const at = placeOf.get(key);
    if (at !== undefined && !met.has(at)) return key;
  }
  return undefined;
}

function isThing(keys: readonly string[]): boolean {
  return keys[0]!.startsWith('=');
}

function ratio({ product, ours, theirs }: Kind): number {
  return product / (Math.sqrt(ours * theirs) || 1);
}
