import type { Decision, LabelScore } from '@framewatch/contracts';
import type { CompiledBeat } from './compile-seeds.ts';
import type { SentenceSignals } from './sentence-signals.ts';

/** Strength below which a sentence says nothing about a label. */
export const SENTENCE_FLOOR = 0.4;
/** Words below which a sentence does not count towards the length of a text. */
const MIN_WORDS = 4;
const TITLE_WEIGHT = 1.5;
const LEAD_WEIGHT = 1.2;
const LEAD_SENTENCES = 3;

/** Clear sentences that a label needs: so many in any text, and so many more per sentence of it. */
const NEEDED = { topic: { base: 0.6, perSentence: 0.075 }, frame: { base: 0.6, perSentence: 0.07 } } as const;
const YES_FROM = 0.55;
const NO_BELOW = 0.35;

/**
 * Scores and decides every label of a text from its sentences' strengths: the sum of clear sentences in
 * passages about the beat against what a text of that length needs. 0.5 is just enough.
 */
export function decideLabels(
  beat: CompiledBeat,
  signals: readonly SentenceSignals[],
  strengths: readonly Float64Array[],
  passage: readonly boolean[],
): LabelScore[] {
  const inside = signals.map((_, i) => i).filter((i) => passage[i]);
  const considered = inside.length > 0 ? inside : signals.map((_, i) => i);
  const length = considered.filter((i) => signals[i]!.length >= MIN_WORDS).length;
  return beat.labels.map((label, k) => {
    const needed = NEEDED[label.kind].base + NEEDED[label.kind].perSentence * Math.max(1, length);
    let found = 0;
    let faint = 0;
    for (const i of considered) {
      const strength = strengths[i]![k]!;
      faint += strength;
      found +=
        positionWeight(signals[i]!, i) * Math.max(0, (strength - SENTENCE_FLOOR) / (1 - SENTENCE_FLOOR));
    }
    // The faint share keeps texts without a single clear sentence in order.
    const ratio = found / needed + (0.05 * faint) / Math.max(1, considered.length);
    const score = (ratio * ratio) / (1 + ratio * ratio);
    return { kind: label.kind, labelId: label.id, score, decision: decide(score) };
  });
}

function positionWeight(signals: SentenceSignals, index: number): number {
  if (signals.sentence.span.field === 'title') return TITLE_WEIGHT;
  return index < LEAD_SENTENCES ? LEAD_WEIGHT : 1;
}

function decide(score: number): Decision {
  return score >= YES_FROM ? 'yes' : score < NO_BELOW ? 'no' : 'unclear';
}
