import type { TrendAnswer } from '@framewatch/contracts';

type Note = TrendAnswer['notes'][number];

/** The remarks of one bucket, to be drawn as one mark. */
export interface BucketNotes {
  index: number;
  notes: Note[];
}

/** Remarks by the bucket into which they fall; those outside of the period are left out. */
export function bucketNotes({ buckets, notes }: Pick<TrendAnswer, 'buckets' | 'notes'>): BucketNotes[] {
  const found = new Map<number, Note[]>();
  for (const note of notes) {
    const at = Date.parse(note.at);
    const index = buckets.findIndex(({ start, end }) => Date.parse(start) <= at && at < Date.parse(end));
    if (index >= 0) found.set(index, [...(found.get(index) ?? []), note]);
  }
  return [...found].map(([index, list]) => ({ index, notes: list })).sort((a, b) => a.index - b.index);
}
