import type { BeatSeeds } from '@framewatch/contracts';
import type { Target } from './targets.ts';

/**
 * What a plain keyword filter sees: how often the cue terms of a label are met, whatever their endings. For relevance,
 * how often the rarest of the concept groups is, for all of them are required.
 */
export function countCues(seeds: BeatSeeds, target: Target, text: string, language: string): number {
  if (target.kind === 'relevance') {
    const groups = seeds.conceptGroups.map(({ terms }) => countTerms(terms[language] ?? [], text, language));
    return Math.min(...groups);
  }
  const label = seeds.labels.find(({ kind, id }) => kind === target.kind && id === target.id);
  return countTerms(label?.cues[language] ?? [], text, language);
}

function countTerms(terms: readonly string[], text: string, language: string): number {
  if (language === 'ja') return countMatches(terms, text, (any) => new RegExp(any, 'g'));
  const names = terms.filter((term) => term !== term.toLowerCase());
  const words = terms.filter((term) => term === term.toLowerCase());
  // Names as they stand (US is not "us"), other words with any ending.
  return (
    countMatches(names, text, (any) => new RegExp(String.raw`(?<!\w)(?:${any})(?!\w)`, 'g')) +
    countMatches(words, text, (any) => new RegExp(String.raw`(?<!\w)(?:${any})`, 'gi'))
  );
}

function countMatches(terms: readonly string[], text: string, patternOf: (any: string) => RegExp): number {
  if (terms.length === 0) return 0;
  const any = terms.map((term) => term.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|');
  return text.match(patternOf(any))?.length ?? 0;
}
