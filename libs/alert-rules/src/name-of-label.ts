import type { BeatSeeds } from '@framewatch/contracts';
import type { NameOf } from './why.ts';

/** Names topics and frames by a beat's seeds, in English; an id that they do not know stays as it is. */
export function nameOfLabel(seeds: BeatSeeds | undefined): NameOf {
  return (kind, id) =>
    seeds?.labels.find((label) => label.id === id && (kind === null || label.kind === kind))?.name['en'] ??
    id;
}
