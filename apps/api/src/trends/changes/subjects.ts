import type { BeatSeeds } from '@framewatch/contracts';
import type { AskedChanges } from './answer-changes.ts';

export interface Subject {
  kind: 'beat' | 'topic' | 'frame';
  key: string;
  name: string;
}

/** Labels of one kind that are looked at: all of the beat's, or the one that the question names. */
export function labelSubjects(
  seeds: BeatSeeds,
  kind: 'topic' | 'frame',
  only: string | undefined,
): Subject[] {
  return seeds.labels
    .filter((label) => label.kind === kind && (only === undefined || label.id === only))
    .map(({ id, name }) => ({ kind, key: id, name: name['en'] ?? id }));
}

/** A query of `/api/articles` that opens exactly what was counted of a subject. */
export function openOf(
  { query }: AskedChanges,
  { kind, key }: Subject,
  { from, to }: { from: Date; to: Date },
) {
  const { beat, topic, frame, outlet, group, country, language } = query;
  const narrowed = { topic, frame, ...(kind === 'beat' ? {} : { [kind]: key }) };
  return {
    beat,
    ...narrowed,
    outlet,
    group,
    country,
    language,
    from: from.toISOString(),
    to: to.toISOString(),
  };
}
