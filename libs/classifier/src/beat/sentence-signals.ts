import type { PhraseHit } from '../lexicon/phrases.ts';
import { STOP_COUNT } from '../lexicon/vocabulary.ts';
import type { AnalysedText, Sentence } from '../text/analyse.ts';
import { PLACE_WIDTH } from '../scoring/term-weights.ts';
import { carriesSubject, foldCode } from '../text/japanese.ts';
import type { CompiledBeat, PhraseMeaning } from './compile-seeds.ts';
import { LASTING_ROOM, type Room } from './room.ts';
import { SETTINGS } from './settings.ts';

/** What the sentences of a text hold of a beat: tables with a row per sentence, flat for speed. */
export interface Signals {
  readonly text: AnalysedText;
  /** Number of sentences. */
  readonly count: number;
  readonly sentences: readonly Sentence[];
  /** Words that carry a subject, per sentence. */
  readonly lengths: Int32Array;
  /** Mentions, a column per concept group. */
  readonly groups: Int32Array;
  readonly negatives: Int32Array;
  /** Countries named that the beat is not about, once per mention. */
  readonly rivals: readonly { readonly sentence: number; readonly country: number }[];
  /** Sums of cue weights, a column per label; each phrase counts once, and none within a longer one. */
  readonly cues: Float64Array;
  /** Sums of term weights over the square root of the length, a column per label. */
  readonly lexical: Float64Array;
  /** Phrases met, the longest first. */
  readonly hits: readonly (readonly PhraseHit[])[];
}

/** Reads every sentence of a text once; linear in its length. The tables last as long as the room they stand in. */
export function readSignals(beat: CompiledBeat, text: AnalysedText, room: Room = LASTING_ROOM): Signals {
  const { sentences } = text;
  const count = sentences.length;
  const labels = beat.labels.length;
  const signals = {
    text,
    count,
    sentences,
    lengths: room.ints(count),
    groups: room.ints(count * beat.groupIds.length),
    negatives: room.ints(count),
    rivals: [] as { sentence: number; country: number }[],
    cues: room.floats(count * labels),
    lexical: room.floats(count * labels),
    hits: [] as PhraseHit[][],
    singles: room.ints(beat.phrases.length),
    lastSentence: room.ints(beat.phrases.length),
    covers: new Map<number, number[]>(),
  };
  for (let i = 0; i < count; i++) {
    const { tokenFrom, tokenTo } = sentences[i]!;
    sumTerms(beat, signals, i, tokenFrom, tokenTo);
    const hits = beat.findPhrases(text, tokenFrom, tokenTo);
    if (hits.length > 1) {
      hits.sort(longestFirst);
      signals.covers.clear();
    }
    signals.hits.push(hits);
    for (let h = 0; h < hits.length; h++) countHit(beat, signals, i, hits, h);
  }
  return signals;
}

type Filling = Signals & {
  readonly rivals: { sentence: number; country: number }[];
  /** Sentences so far in which each single-word phrase was met. */
  readonly singles: Int32Array;
  /** Number of the sentence, from 1, in which each phrase was met last. */
  readonly lastSentence: Int32Array;
  /** Phrases met that cover a token of the sentence that is being read. */
  readonly covers: Map<number, number[]>;
};

/** Shorter sentences than this are scored as if they had so many words. */
const MIN_LENGTH = 6;

function sumTerms(beat: CompiledBeat, signals: Filling, sentence: number, from: number, to: number): void {
  const { terms } = signals.text;
  const { places, entries, extras, common } = beat.weights;
  const { lexical } = signals;
  const base = sentence * beat.labels.length;
  let length = 0;
  let topicSum = 0;
  let frameSum = 0;
  for (let i = from; i < to; i++) {
    const id = terms[i]!;
    if (id >= 0 && id < STOP_COUNT) continue;
    length += 1;
    if (id < 0) continue;
    const at = PLACE_WIDTH * id;
    topicSum += common[at + 2]!;
    frameSum += common[at + 3]!;
    const end = places[at + 1]!;
    for (let e = places[at]!; e < end; e += 2) lexical[base + entries[e]!]! += extras[e + 1]!;
  }
  signals.lengths[sentence] = length;
  const norm = 1 / Math.sqrt(Math.max(MIN_LENGTH, length));
  for (let k = 0; k < beat.labels.length; k++) {
    lexical[base + k] = norm * (lexical[base + k]! + (k < beat.topics ? topicSum : frameSum));
  }
}

function longestFirst(a: PhraseHit, b: PhraseHit): number {
  return b.to - b.from - (a.to - a.from) || a.from - b.from;
}

function countHit(
  beat: CompiledBeat,
  signals: Filling,
  sentence: number,
  hits: readonly PhraseHit[],
  h: number,
): void {
  const hit = hits[h]!;
  const { phrase } = hit;
  const { single, labelsFrom, label, weight, groupsFrom, group, negative, home, rival } = beat.lookups;
  const longer = hits.length > 1 ? longerMeanings(beat, signals, hit) : null;
  if (isFirst(signals, sentence, phrase)) {
    const base = sentence * beat.labels.length;
    const worn = single[phrase] === 1 ? wear(signals, phrase) : 1;
    for (let i = labelsFrom[phrase]!; i < labelsFrom[phrase + 1]!; i++) {
      const k = label[i]!;
      if (longer === null || !longer.some((other) => other.labels.some(([known]) => known === k))) {
        signals.cues[base + k]! += worn * weight[i]!;
      }
    }
  }
  const groups = sentence * beat.groupIds.length;
  for (let i = groupsFrom[phrase]!; i < groupsFrom[phrase + 1]!; i++) {
    const g = group[i]!;
    if (longer === null || !longer.some((other) => other.groups.includes(g)))
      signals.groups[groups + g]! += 1;
  }
  if (home[phrase]! >= 0 && standsAlone(signals.text, hit)) signals.groups[groups + home[phrase]!]! += 1;
  if (negative[phrase] === 1 && !longer?.some((other) => other.negative)) signals.negatives[sentence]! += 1;
  if (rival[phrase]! >= 0 && !longer?.some((other) => other.rival >= 0)) {
    signals.rivals.push({ sentence, country: rival[phrase]! });
  }
}

/** What a cue of a single word still counts for: one that comes again and again (a place, a code name) says less each time. */
function wear(signals: Filling, phrase: number): number {
  const before = signals.singles[phrase]!;
  signals.singles[phrase] = before + 1;
  return 1 / (1 + SETTINGS.wear * before);
}

/** Whether this is the first time that a sentence holds the phrase. */
function isFirst(signals: Filling, sentence: number, phrase: number): boolean {
  if (signals.lastSentence[phrase] === sentence + 1) return false;
  signals.lastSentence[phrase] = sentence + 1;
  return true;
}

/**
 * What the longer phrases mean that overlap a hit; null for the most part. Each token knows the hits before this one
 * that cover it: they are no more than phrases are long, so a sentence of a thousand hits stays linear.
 */
function longerMeanings(beat: CompiledBeat, signals: Filling, hit: PhraseHit): PhraseMeaning[] | null {
  const { covers } = signals;
  let found: PhraseMeaning[] | null = null;
  for (let token = hit.from; token < hit.to; token++) {
    const covering = covers.get(token);
    if (covering === undefined) continue;
    found ??= [];
    for (const phrase of covering) found.push(beat.meanings[phrase]!);
  }
  for (let token = hit.from; token < hit.to; token++) {
    const covering = covers.get(token);
    if (covering === undefined) covers.set(token, [hit.phrase]);
    else covering.push(hit.phrase);
  }
  return found;
}

/** Whether a Japanese word is not the second half of a compound such as 米政府. */
function standsAlone(text: AnalysedText, hit: PhraseHit): boolean {
  const source = hit.from >= text.titleTokens ? text.text : text.title;
  const at = text.starts[hit.from]!;
  return at === 0 || !carriesSubject(foldCode(source.charCodeAt(at - 1)));
}
