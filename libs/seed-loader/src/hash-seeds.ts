import { createHash } from 'node:crypto';
import type { BeatSeeds } from '@framewatch/contracts';

/** SHA-256, in hexadecimal, of what the seeds say; comments, layout and the order of fields do not matter. */
export function hashSeeds(seeds: BeatSeeds): string {
  return createHash('sha256')
    .update(JSON.stringify(sortKeys(seeds)))
    .digest('hex');
}

function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value === 'string') return value.normalize('NFC');
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sortKeys(inner)]));
}
