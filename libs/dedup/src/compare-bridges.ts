import type { Likeness, WeighedArticle } from './compare-terms.ts';
import type { StoryVector } from './story-vector.ts';
import type { Reading, Vocabulary } from './vocabulary.ts';

/** A translation follows its original within a day or so; what comes later needs more in common. */
const REACH_DAYS = 4;
/** Across languages .21 is what .45 is within one: there each parts best on the synthetic press (.20 to .24 do as well). */
const SCALE = 0.45 / 0.21;

/** An article's bridges by all their keys, prepared once for all candidates. */
export interface PreparedBridges {
  readonly bridges: StoryVector['bridges'];
  /** The first bridge that has a key, by the key's number in the article's vocabulary. */
  readonly placeOf: Int32Array;
  readonly weighed: WeighedArticle;
  /** Squared weight of each bridge where the other article does not share it. */
  readonly unshared: readonly number[];
}

/** Prepares an article for `compareBridges`. */
export function prepareBridges(vocabulary: Vocabulary, weighed: WeighedArticle): PreparedBridges {
  const { bridges } = vocabulary.vector;
  const placeOf = new Int32Array(weighed.rarities.length).fill(-1);
  bridges.forEach(({ keys }, at) => {
    for (const key of keys) {
      const number = vocabulary.numberOf(key);
      if (placeOf[number] === -1) placeOf[number] = at;
    }
  });
  const unshared = bridges.map(
    ({ keys, weight }) => (weight * weighed.rarities[vocabulary.numberOf(keys[0]!)]!) ** 2,
  );
  return { bridges, placeOf, weighed, unshared };
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
export function compareBridges(a: PreparedBridges, b: Reading, days: number): Likeness {
  const { rarities, rarityBeyond } = a.weighed;
  const names: Kind = { product: 0, ours: 0, theirs: 0 };
  const things: Kind = { product: 0, ours: 0, theirs: 0 };
  const met = new Uint8Array(a.bridges.length);
  const shared: string[] = [];
  let first = 0;
  for (const { keys, weight, certain } of b.vector.bridges) {
    const kind = isThing(keys) ? things : names;
    const free = firstFree(a, b, met, first, keys.length);
    const number = b.keys[free < 0 ? first : first + free]!;
    const rare = number < 0 ? rarityBeyond(keys[0]!) : rarities[number]!;
    first += keys.length;
    if (free < 0) {
      if (certain) kind.theirs += (weight * rare) ** 2;
      continue;
    }
    const at = a.placeOf[number]!;
    met[at] = 1;
    shared.push(keys[free]!);
    const ours = a.bridges[at]!.weight * rare;
    kind.product += ours * weight * rare;
    kind.ours += ours ** 2;
    kind.theirs += (weight * rare) ** 2;
  }
  if (names.product === 0 || things.product === 0) return { similarity: 0, shared };
  a.bridges.forEach(({ keys, certain }, at) => {
    if (certain && met[at] === 0) (isThing(keys) ? things : names).ours += a.unshared[at]!;
  });
  const nearness = Math.max(0, 1 - (days / REACH_DAYS) ** 2);
  return { similarity: Math.min(1, Math.sqrt(ratio(names) * ratio(things)) * SCALE) * nearness, shared };
}

/** Which of a bridge's keys leads to a bridge of the article that is not taken yet; -1 where none does. */
function firstFree(a: PreparedBridges, b: Reading, met: Uint8Array, first: number, keys: number): number {
  for (let k = 0; k < keys; k += 1) {
    const number = b.keys[first + k]!;
    const at = number < 0 ? -1 : a.placeOf[number]!;
    if (at >= 0 && met[at] === 0) return k;
  }
  return -1;
}

function isThing(keys: readonly string[]): boolean {
  return keys[0]!.startsWith('=');
}

function ratio({ product, ours, theirs }: Kind): number {
  return product / (Math.sqrt(ours * theirs) || 1);
}
