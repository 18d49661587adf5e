import type { CompiledBeat } from './compile-seeds.ts';
import type { Signals } from './sentence-signals.ts';
import type { Room } from './room.ts';
import { SETTINGS } from './settings.ts';

/** Mean and spread of each label's lexical sum over sentences that are not about the label. */
export interface LexicalNorm {
  readonly means: Float64Array;
  readonly spreads: Float64Array;
}

/** How far a sentence's strength is clear of the floor, 0 to 1. */
export function clarity(strength: number): number {
  return strength <= SETTINGS.floor ? 0 : (strength - SETTINGS.floor) / (1 - SETTINGS.floor);
}

/**
 * How strongly each sentence speaks for each label, 0 to 1 (a row per sentence, a column per label): cues met,
 * and words that the label's seeds use. Frames that are much weaker than a sentence's strongest are damped.
 */
export function sentenceStrengths(
  beat: CompiledBeat,
  norm: LexicalNorm,
  signals: Signals,
  room: Room,
): Float64Array {
  const labels = beat.labels.length;
  const strengths = room.floats(signals.count * labels);
  for (let row = 0; row < strengths.length; row += labels) {
    fillEvidence(beat, norm, signals, row, strengths);
    damp(beat, row, strengths);
    for (let k = row; k < row + labels; k++) {
      if (strengths[k]! > 0) strengths[k] = 1 - Math.exp(-SETTINGS.steepness * strengths[k]!);
    }
  }
  return strengths;
}

function fillEvidence(
  beat: CompiledBeat,
  norm: LexicalNorm,
  signals: Signals,
  row: number,
  into: Float64Array,
): void {
  const { lexicalStart, lexicalSoftness, lexicalShare, lexicalCap } = SETTINGS;
  const { topics, labels } = beat;
  let topicPull = 0;
  let framePull = 0;
  for (let k = 0; k < labels.length; k++) {
    const z = (signals.lexical[row + k]! - norm.means[k]!) / norm.spreads[k]!;
    into[row + k] = z;
    if (k < topics) topicPull += z;
    else framePull += z;
  }
  // What a sentence's words say for all labels of a kind alike tells none of them.
  topicPull = Math.max(0, topicPull / Math.max(1, topics));
  framePull = Math.max(0, framePull / Math.max(1, labels.length - topics));
  for (let k = 0; k < labels.length; k++) {
    const x = (into[row + k]! - (k < topics ? topicPull : framePull) - lexicalStart) / lexicalSoftness;
    const above = softplus(x);
    const share = signals.cues[row + k]! > 0 ? lexicalShare : SETTINGS.lexicalAlone;
    const lexical = Math.min(lexicalCap, share * lexicalSoftness * above);
    into[row + k] = Math.max(0, signals.cues[row + k]! + lexical);
  }
}

/** ln(1 + e^x), from a table where it bends: it is asked for every label of every sentence. */
function softplus(x: number): number {
  if (x <= LOWEST) return 0;
  if (x >= HIGHEST) return x;
  const place = (x - LOWEST) * STEPS;
  const before = Math.floor(place);
  const from = SOFTPLUS[before]!;
  return from + (place - before) * (SOFTPLUS[before + 1]! - from);
}

const LOWEST = -6;
const HIGHEST = 12;
const STEPS = 32;
const SOFTPLUS = Float64Array.from({ length: (HIGHEST - LOWEST) * STEPS + 2 }, (_, i) =>
  Math.log1p(Math.exp(LOWEST + i / STEPS)),
);

/** A sentence seldom carries many frames: each is damped by how much weaker it is than the strongest. */
function damp(beat: CompiledBeat, row: number, evidence: Float64Array): void {
  const end = row + beat.labels.length;
  let top = 0;
  for (let k = row + beat.topics; k < end; k++) top = Math.max(top, evidence[k]!);
  if (top < MIN_DAMPING) return;
  for (let k = row + beat.topics; k < end; k++) evidence[k]! *= evidence[k]! / top;
}

/** Where the strongest frame is as faint as this there is nothing to be damped by. */
const MIN_DAMPING = 0.05;

/** Sentences that the seeds hold, with the numbers of the labels that they were written for. */
export interface SeedSentences {
  readonly signals: Signals;
  readonly about: ReadonlySet<number>;
}

/** The norm over sentences of the seeds: what a label's words add up to where the label is not meant. */
export function lexicalNorm(labels: number, seeds: readonly SeedSentences[]): LexicalNorm {
  const means = new Float64Array(labels);
  const spreads = new Float64Array(labels).fill(1);
  for (let k = 0; k < labels; k++) {
    const values = seeds
      .filter(({ about }) => !about.has(k))
      .flatMap(({ signals }) =>
        Array.from({ length: signals.count }, (_, i) => signals.lexical[i * labels + k]!),
      );
    if (values.length < 2) continue;
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
    means[k] = mean;
    spreads[k] = Math.max(MIN_SPREAD, Math.sqrt(variance));
  }
  return { means, spreads };
}

const MIN_SPREAD = 0.2;
