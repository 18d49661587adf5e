/**
 * Moves labels apart so that none covers another: given wished positions (pixels from the top), gives positions at
 * least `gap` apart within `top` and `bottom`, in the same order as given, as near to the wishes as a single pass
 * down and one up allow.
 */
export function spreadLabels(wishes: readonly number[], gap: number, top: number, bottom: number): number[] {
  const order = wishes.map((wish, index) => ({ wish, index })).sort((a, b) => a.wish - b.wish);
  const placed: number[] = [];
  for (const { wish } of order) placed.push(Math.max(wish, top, (placed.at(-1) ?? -Infinity) + gap));
  let limit = bottom;
  for (let at = placed.length - 1; at >= 0; at -= 1) {
    const wished = placed[at] ?? top;
    placed[at] = Math.min(wished, limit);
    limit = (placed[at] ?? top) - gap;
  }
  const result: number[] = [];
  order.forEach(({ index }, at) => {
    result[index] = placed[at] ?? top;
  });
  return result;
}
