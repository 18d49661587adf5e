import { UNKNOWN, STOP_COUNT } from '../lexicon/vocabulary.ts';
import type { PhraseHit } from '../lexicon/phrases.ts';
import type { AnalysedText, Sentence } from '../text/analyse.ts';
import type { CompiledBeat } from './compile-seeds.ts';

/** What one sentence holds of a beat. */
export interface SentenceSignals {
  readonly sentence: Sentence;
  /** Words that carry a subject. */
  readonly length: number;
  /** Mentions per concept group. */
  readonly groups: Int32Array;
  readonly negatives: number;
  /** Countries named that the beat is not about, once per mention. */
  readonly rivals: readonly number[];
  /** Sum of cue weights per label, longest phrase first, each phrase counted once. */
  readonly cues: Float64Array;
  /** Sum of term weights per label over the square root of the length. */
  readonly lexical: Float64Array;
  readonly hits: readonly PhraseHit[];
}

/** Reads every sentence of a text once. */
export function readSentences(beat: CompiledBeat, text: AnalysedText): SentenceSignals[] {
  return text.sentences.map((sentence) => {
    const hits = longestFirst(beat.findPhrases(text, sentence.tokenFrom, sentence.tokenTo));
    const { length, lexical } = sumTerms(beat, text, sentence);
    return { sentence, length, lexical, hits, ...countHits(beat, hits) };
  });
}

/** Shorter sentences than this are scored as if they had so many words. */
const MIN_LENGTH = 6;

function sumTerms(beat: CompiledBeat, text: AnalysedText, sentence: Sentence) {
  const labels = beat.labels.length;
  const lexical = new Float64Array(labels);
  let length = 0;
  for (let i = sentence.tokenFrom; i < sentence.tokenTo; i++) {
    const id = text.terms[i]!;
    if (id >= 0 && id < STOP_COUNT) continue;
    length += 1;
    if (id === UNKNOWN) continue;
    const row = id * labels;
    for (let k = 0; k < labels; k++) lexical[k]! += beat.weights[row + k]!;
  }
  const norm = Math.sqrt(Math.max(MIN_LENGTH, length));
  for (let k = 0; k < labels; k++) lexical[k]! /= norm;
  return { length, lexical };
}

function longestFirst(hits: PhraseHit[]): PhraseHit[] {
  return hits.length < 2 ? hits : hits.sort((a, b) => b.to - b.from - (a.to - a.from) || a.from - b.from);
}

/**
 * Counts hits so that a phrase within a longer one of the same label or group is not counted again, and a cue
 * said twice in one sentence counts once.
 */
function countHits(beat: CompiledBeat, hits: readonly PhraseHit[]) {
  const cues = new Float64Array(beat.labels.length);
  const groups = new Int32Array(beat.groupIds.length);
  const rivals: number[] = [];
  let negatives = 0;
  for (const [i, hit] of hits.entries()) {
    const meaning = beat.meanings[hit.phrase]!;
    const earlier = hits.slice(0, i);
    const covered = (test: (other: typeof meaning) => boolean): boolean =>
      earlier.some((other) => overlaps(other, hit) && test(beat.meanings[other.phrase]!));
    const repeated = earlier.some((other) => other.phrase === hit.phrase);
    for (const [k, weight] of meaning.labels) {
      if (!repeated && !covered((other) => other.labels.some(([label]) => label === k))) cues[k]! += weight;
    }
    for (const g of meaning.groups) if (!covered((other) => other.groups.includes(g))) groups[g]! += 1;
    if (meaning.rival >= 0 && !covered((other) => other.rival >= 0)) rivals.push(meaning.rival);
    if (meaning.negative && !covered((other) => other.negative)) negatives += 1;
  }
  return { cues, groups, negatives, rivals };
}

function overlaps(a: PhraseHit, b: PhraseHit): boolean {
  return a.from < b.to && b.from < a.to;
}
