import type { BeatSeeds, LabelKind } from '@framewatch/contracts';
import type { Text } from './read-texts.ts';

/** What is decided of an article: whether it belongs to the beat, or one label. */
export interface Target {
  readonly key: string;
  readonly kind: 'relevance' | LabelKind;
  readonly id: string;
  readonly name: string;
}

/** Relevance first, then the beat's labels in their order. */
export function targetsOf(seeds: BeatSeeds): Target[] {
  return [
    { key: 'relevance', kind: 'relevance', id: 'relevance', name: 'relevance' },
    ...seeds.labels.map(({ kind, id, name }) => ({ key: `${kind} ${id}`, kind, id, name: name.en ?? id })),
  ];
}

/** What the editor says of a text for a target; null where the editor was not asked. */
export function truthOf(text: Text, { kind, id }: Target): boolean | null {
  if (kind === 'relevance') return text.relevant;
  const listed = kind === 'topic' ? text.topics : text.frames;
  return listed?.includes(id) ?? null;
}
