import type { Phrase } from '../lexicon/phrases.ts';
import type { PhraseMeaning } from './compile-seeds.ts';

/** What phrases mean, by the number of the phrase, in flat arrays: they are asked for every phrase met in every text. */
export interface MeaningLookups {
  /** 1 for phrases of a single word. */
  readonly single: Uint8Array;
  /** Labels of phrase p, with their weights, stand at [labelsFrom[p], labelsFrom[p + 1]). */
  readonly labelsFrom: Int32Array;
  readonly label: Int32Array;
  readonly weight: Float64Array;
  /** Concept groups of phrase p stand at [groupsFrom[p], groupsFrom[p + 1]). */
  readonly groupsFrom: Int32Array;
  readonly group: Int32Array;
  readonly negative: Uint8Array;
  readonly home: Int32Array;
  readonly rival: Int32Array;
}

/** Lays the meanings of phrases out for look-up. */
export function flattenMeanings(
  phrases: readonly Phrase[],
  meanings: readonly PhraseMeaning[],
): MeaningLookups {
  const labels = meanings.flatMap((meaning) => meaning.labels);
  return {
    single: Uint8Array.from(phrases, ({ ids }) => (ids.length === 1 ? 1 : 0)),
    labelsFrom: placesOf(meanings.map((meaning) => meaning.labels.length)),
    label: Int32Array.from(labels, ([label]) => label),
    weight: Float64Array.from(labels, ([, weight]) => weight),
    groupsFrom: placesOf(meanings.map((meaning) => meaning.groups.length)),
    group: Int32Array.from(meanings.flatMap((meaning) => meaning.groups)),
    negative: Uint8Array.from(meanings, (meaning) => (meaning.negative ? 1 : 0)),
    home: Int32Array.from(meanings, ({ home }) => home),
    rival: Int32Array.from(meanings, ({ rival }) => rival),
  };
}

function placesOf(lengths: readonly number[]): Int32Array {
  const places = new Int32Array(lengths.length + 1);
  for (const [i, length] of lengths.entries()) places[i + 1] = places[i]! + length;
  return places;
}
