import { STOP_WORDS } from '../data/stop-words.ts';
import { termOf } from '../text/words.ts';

/** Numbers for the terms that a model knows; every other term is UNKNOWN. */
export interface Vocabulary {
  readonly ids: Map<string, number>;
  readonly terms: string[];
}

/** The number of a term that the model does not know. */
export const UNKNOWN = -1;

/** A vocabulary that holds the function words under the first numbers, so that `id < STOP_COUNT` tells them. */
export function createVocabulary(): Vocabulary {
  const vocabulary: Vocabulary = { ids: new Map(), terms: [] };
  for (const term of STOP_TERMS) addTerm(vocabulary, term);
  return vocabulary;
}

/** The term's number; a new term gets the next free one. */
export function addTerm(vocabulary: Vocabulary, term: string): number {
  const known = vocabulary.ids.get(term);
  if (known !== undefined) return known;
  vocabulary.ids.set(term, vocabulary.terms.length);
  vocabulary.terms.push(term);
  return vocabulary.terms.length - 1;
}

const STOP_TERMS: ReadonlySet<string> = new Set(STOP_WORDS.map(termOf));

/** How many function words stand at the front of every vocabulary. */
export const STOP_COUNT = STOP_TERMS.size;

/** Whether a term is an English function word. */
export function isStopTerm(term: string): boolean {
  return STOP_TERMS.has(term);
}
