import type { Measure } from './chart-rows.ts';

/** Round numbers from 0 up to at least `top`: about four steps, whole ones for counts. */
export function niceTicks(top: number, measure: Measure): number[] {
  const least = measure === 'count' ? 4 : 0.04;
  const reach = Math.max(top, least);
  const step = niceStep(reach / 4, measure);
  const ticks: number[] = [];
  for (let index = 0; index * step < reach + step - 1e-9; index += 1) ticks.push(round(index * step));
  return ticks;
}

/** Indices of the buckets whose names stand under the axis: evenly apart, at most `most`, ending at the last. */
export function tickIndices(length: number, most: number): number[] {
  const step = Math.max(1, Math.ceil(length / Math.max(1, most)));
  const indices: number[] = [];
  for (let index = length - 1; index >= 0; index -= step) indices.unshift(index);
  return indices;
}

function niceStep(rough: number, measure: Measure): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough - 1e-12) ?? 10;
  const step = factor * power;
  return measure === 'count' ? Math.max(1, Math.ceil(step)) : step;
}

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** The index of the bucket at `x` pixels from the left of a plot of a given width, or null beside it. */
export function bucketAt(x: number, width: number, buckets: number): number | null {
  if (buckets === 0 || x < 0 || x >= width) return null;
  return Math.floor((x / width) * buckets);
}
