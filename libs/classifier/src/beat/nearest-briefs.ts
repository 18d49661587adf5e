import type { BeatSeeds, Brief, LabelScore } from '@framewatch/contracts';
import { cosine, termVector } from '../scoring/term-vector.ts';
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
export function createBriefFinder(seeds: BeatSeeds, beat: CompiledBeat, rarity: Float64Array): BriefFinder {
  const briefs = seeds.briefs.map((brief) => ({
    brief,
    words:
      brief.language === beat.language ? termVector(beat.analyse(brief.title, brief.text), rarity) : null,
  }));
  return (text, labels) => {
    const words = termVector(text, rarity);
    return briefs
      .map(({ brief, words: own }) => {
        const byLabels = sharedLabels(brief, labels);
        return {
          id: brief.id,
          similarity: own === null ? byLabels : 0.5 * cosine(own, words) + 0.5 * byLabels,
        };
      })
      .sort((a, b) => b.similarity - a.similarity || (a.id < b.id ? -1 : 1))
      .slice(0, SHOWN);
  };
}

/** Cosine of an article's label scores and the labels that a brief carries. */
function sharedLabels(brief: Brief, labels: readonly LabelScore[]): number {
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
