import type { BeatSeeds } from '@framewatch/contracts';
import type { CompiledBeat } from './compile-seeds.ts';
import { readSignals } from './sentence-signals.ts';
import type { SeedSentences } from './strength.ts';

/** The sentences of the seeds' own prose: the norm that a text's sentences are measured against. */
export function seedSentences(seeds: BeatSeeds, beat: CompiledBeat): SeedSentences[] {
  const read = (text: string, about: ReadonlySet<number>): SeedSentences => ({
    signals: readSignals(beat, beat.analyse('', text)),
    about,
  });
  const fromLabels = beat.labels.flatMap((label, k) => {
    const exemplars = label.exemplars.filter((e) => e.language === beat.language).map((e) => e.text);
    return [label.definition[beat.language] ?? '', ...exemplars].map((text) => read(text, new Set([k])));
  });
  const fromBriefs = seeds.briefs
    .filter((brief) => brief.language === beat.language)
    .map((brief) => {
      const own = new Set([...brief.topics, ...brief.frames]);
      return read(brief.text, new Set(beat.labels.flatMap((label, k) => (own.has(label.id) ? [k] : []))));
    });
  return [...fromLabels, ...fromBriefs];
}
