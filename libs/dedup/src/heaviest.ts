/** An item that is chosen by weight; among equals, by key. */
export interface Weighted {
  readonly weight: number;
  readonly key: string;
}

/**
 * The `most` heaviest items, heaviest first; equal ones in the order of their keys, which differ. Only what can be among
 * them is put in order, as an article has several times as many.
 */
export function heaviest<T extends Weighted>(items: readonly T[], most: number): T[] {
  const least = items.length <= most ? -Infinity : leastOf(items, most);
  const heavier = items
    .filter(({ weight }) => weight > least)
    .sort((a, b) => b.weight - a.weight || byKey(a, b));
  const equal = items.filter(({ weight }) => weight === least).sort(byKey);
  return [...heavier, ...equal].slice(0, most);
}

/** The weight of the last that is heavy enough. */
function leastOf(items: readonly Weighted[], most: number): number {
  const weights = new Float64Array(items.length);
  items.forEach(({ weight }, i) => {
    weights[i] = weight;
  });
  return weights.sort().at(-most)!;
}

/** Most keys differ in their first signs, and numbers are compared faster than texts. */
const byKey = ({ key: a }: Weighted, { key: b }: Weighted) =>
  a.charCodeAt(0) - b.charCodeAt(0) || a.charCodeAt(1) - b.charCodeAt(1) || (a < b ? -1 : 1);
