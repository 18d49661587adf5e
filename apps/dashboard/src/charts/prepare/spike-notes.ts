import type { ChangesAnswer, TrendAnswer } from '@framewatch/contracts';

type Note = TrendAnswer['notes'][number];
type Spike = ChangesAnswer['spikes'][number];

/** The answer with a remark for each spike, at the bucket into which it falls. */
export function withSpikes(
  answer: TrendAnswer,
  spikes: readonly Spike[],
  text: (spike: Spike) => string,
): TrendAnswer {
  const notes = spikes.map((spike): Note => ({ at: spike.start, kind: 'note', text: text(spike) }));
  return { ...answer, notes: [...answer.notes, ...notes] };
}
