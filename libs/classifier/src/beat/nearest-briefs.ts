import type { BeatSeeds, Brief, LabelScore } from '@framewatch/contracts';
import { type BackgroundSnapshot, shareOf } from '../lexicon/background.ts';
import { UNKNOWN } from '../lexicon/vocabulary.ts';
import type { AnalysedText } from '../text/analyse.ts';
import type { CompiledBeat } from './compile-seeds.ts';

/** Similarity of an article to each brief, best first. */
export type BriefFinder = (
  text: AnalysedText,
  labels: readonly LabelScore[],
) => { id: string; similarity: number }[];

const SHOWN = 3;

/**
 * Compares articles with the briefs: half by words (cosine of log counts weighed by rarity; briefs in the same
 * language only), half by the topics and frames that both carry.
 */
export function createBriefFinder(
  seeds: BeatSeeds,
  beat: CompiledBeat,
  background: BackgroundSnapshot,
): BriefFinder {
  const rarity = beat.vocabulary.terms.map((term) => -Math.log(shareOf(term, beat.language, background)));
  const briefs = seeds.briefs.map((brief) => ({
    brief,
    words:
      brief.language === beat.language ? termVector(beat.analyse(brief.title, brief.text), rarity) : null,
  }));
  return (text, labels) => {
    const words = termVector(text, rarity);
    return briefs
      .map(({ brief, words: own }) => ({
        id: brief.id,
        similarity: blend(own === null ? null : cosine(own, words), shared(brief, labels)),
      }))
      .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
      .slice(0, SHOWN);
  };
}

function blend(words: number | null, labels: number): number {
  return words === null ? labels : 0.5 * words + 0.5 * labels;
}

function termVector(text: AnalysedText, rarity: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const id of text.terms) if (id !== UNKNOWN) counts.set(id, (counts.get(id) ?? 0) + 1);
  for (const [id, n] of counts) counts.set(id, (1 + Math.log(n)) * rarity[id]!);
  return counts;
}

function cosine(a: ReadonlyMap<number, number>, b: ReadonlyMap<number, number>): number {
  let dot = 0;
  for (const [id, x] of a) dot += x * (b.get(id) ?? 0);
  return dot === 0 ? 0 : dot / Math.sqrt(sumOfSquares(a) * sumOfSquares(b));
}

function sumOfSquares(vector: ReadonlyMap<number, number>): number {
  let sum = 0;
  for (const x of vector.values()) sum += x * x;
  return sum;
}

function shared(brief: Brief, labels: readonly LabelScore[]): number {
  const own = new Set([
    ...brief.topics.map((id) => `topic ${id}`),
    ...brief.frames.map((id) => `frame ${id}`),
  ]);
  let dot = 0;
  let squares = 0;
  for (const { kind, labelId, score } of labels) {
    squares += score * score;
    if (own.has(`${kind} ${labelId}`)) dot += score;
  }
  return dot === 0 ? 0 : dot / Math.sqrt(squares * own.size);
}
