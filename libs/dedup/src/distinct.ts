/**
 * Each number once, in order of appearance; the given array is overwritten. Open addressing in a table at most half
 * full: a `Set` of numbers over 2^31 would make an object of each.
 */
export function distinct(numbers: Uint32Array): Uint32Array {
  const mask = 2 ** Math.ceil(Math.log2(2 * numbers.length + 2)) - 1;
  /** Place of a number in `numbers`, and one more; 0 is free. */
  const table = new Int32Array(mask + 1);
  let kept = 0;
  for (const number of numbers) {
    let slot = number & mask;
    let place = table[slot]!;
    while (place !== 0 && numbers[place - 1] !== number) {
      slot = (slot + 1) & mask;
      place = table[slot]!;
    }
    if (place !== 0) continue;
    numbers[kept] = number;
    kept += 1;
    table[slot] = kept;
  }
  return numbers.subarray(0, kept);
}
