import type { CompiledBeat } from './compile-seeds.ts';
import type { SentenceSignals } from './sentence-signals.ts';

/** Mean and spread of each label's lexical sum over sentences that are not about the label. */
export interface LexicalNorm {
  readonly means: Float64Array;
  readonly spreads: Float64Array;
}

/** How much of a standard deviation above the norm one unit of evidence is. */
const LEXICAL_SHARE = 0.25;
const LEXICAL_START = 0.8;
const LEXICAL_SOFTNESS = 0.7;
const LEXICAL_CAP = 1;
/** Evidence to strength: one specific cue alone gives about two thirds. */
const STEEPNESS = 1.3;

/** How strongly a sentence speaks for each label, 0 to 1: cues met, and words that the label's seeds use. */
export function sentenceStrengths(
  beat: CompiledBeat,
  norm: LexicalNorm,
  signals: SentenceSignals,
): Float64Array {
  const strengths = new Float64Array(beat.labels.length);
  for (let k = 0; k < strengths.length; k++) {
    const z = (signals.lexical[k]! - norm.means[k]!) / norm.spreads[k]!;
    const above = LEXICAL_SOFTNESS * Math.log1p(Math.exp((z - LEXICAL_START) / LEXICAL_SOFTNESS));
    const evidence = signals.cues[k]! + Math.min(LEXICAL_CAP, LEXICAL_SHARE * above);
    strengths[k] = evidence <= 0 ? 0 : 1 - Math.exp(-STEEPNESS * evidence);
  }
  return strengths;
}

/** The norm over sentences of the seeds, each with the labels that it is about. */
export function lexicalNorm(
  labels: number,
  sentences: readonly { readonly lexical: Float64Array; readonly about: ReadonlySet<number> }[],
): LexicalNorm {
  const means = new Float64Array(labels);
  const spreads = new Float64Array(labels).fill(1);
  for (let k = 0; k < labels; k++) {
    const values = sentences.filter(({ about }) => !about.has(k)).map(({ lexical }) => lexical[k]!);
    if (values.length < 2) continue;
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
    means[k] = mean;
    spreads[k] = Math.max(MIN_SPREAD, Math.sqrt(variance));
  }
  return { means, spreads };
}

const MIN_SPREAD = 0.2;
