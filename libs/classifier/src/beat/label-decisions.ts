import type { Decision, LabelScore } from '@framewatch/contracts';
import type { CompiledBeat } from './compile-seeds.ts';
import type { Signals } from './sentence-signals.ts';
import { SETTINGS } from './settings.ts';
import { clarity } from './strength.ts';

/** Words below which a sentence does not count towards the length of a text. */
const MIN_WORDS = 4;
const LEAD_SENTENCES = 3;
/** Decision bounds of a label's score. */
const YES_FROM = 0.55;
const NO_BELOW = 0.35;

/**
 * Scores and decides every label of a text from its sentences' strengths: the sum of clear sentences in
 * passages about the beat against what a text of that length needs. 0.5 is just enough. A sentence that is
 * repeated word for word (a teaser, a second headline) counts once.
 */
export function decideLabels(
  beat: CompiledBeat,
  signals: Signals,
  strengths: Float64Array,
  passage: readonly boolean[],
): LabelScore[] {
  const considered = consideredSentences(signals, passage);
  const length = Math.max(1, considered.filter((i) => signals.lengths[i]! >= MIN_WORDS).length);
  const labels = beat.labels.length;
  const { topic, frame } = SETTINGS.needed;
  const topicNeeds = topic.most * (1 - Math.exp(-length / topic.soon));
  const frameNeeds = frame.factor * length ** frame.power;
  const weights = Float64Array.from(considered, (i) => positionWeight(signals, i));
  return beat.labels.map(({ id, kind }, k) => {
    let found = 0;
    let faint = 0;
    for (let c = 0; c < considered.length; c++) {
      const strength = strengths[considered[c]! * labels + k]!;
      faint += strength;
      found += weights[c]! * clarity(strength);
    }
    // The faint share keeps texts without a single clear sentence in order.
    const ratio = found / (kind === 'topic' ? topicNeeds : frameNeeds) + (FAINT_SHARE * faint) / length;
    const score = (ratio * ratio) / (1 + ratio * ratio);
    return { kind, labelId: id, score, decision: decideLabel(score) };
  });
}

const FAINT_SHARE = 0.05;

function consideredSentences(signals: Signals, passage: readonly boolean[]): number[] {
  const all = !passage.includes(true);
  const byLength = new Map<number, { first: number; words: Set<string> | null }>();
  const considered: number[] = [];
  for (let i = 0; i < signals.count; i++) {
    if (!all && !passage[i]) continue;
    const { start, end } = signals.sentences[i]!.span;
    const alike = byLength.get(end - start);
    if (alike === undefined) byLength.set(end - start, { first: i, words: null });
    else {
      // Most sentences are alone of their length: words are cut out only where they have to be compared.
      alike.words ??= new Set([wordsOf(signals, alike.first)]);
      const words = wordsOf(signals, i);
      if (alike.words.has(words)) continue;
      alike.words.add(words);
    }
    considered.push(i);
  }
  return considered;
}

function wordsOf(signals: Signals, i: number): string {
  const { field, start, end } = signals.sentences[i]!.span;
  return (field === 'title' ? signals.text.title : signals.text.text).slice(start, end);
}

function positionWeight(signals: Signals, index: number): number {
  if (signals.sentences[index]!.span.field === 'title') return SETTINGS.title;
  return index < LEAD_SENTENCES ? SETTINGS.lead : 1;
}

/** The decision that a label's score stands for. */
export function decideLabel(score: number): Decision {
  return score >= YES_FROM ? 'yes' : score < NO_BELOW ? 'no' : 'unclear';
}
