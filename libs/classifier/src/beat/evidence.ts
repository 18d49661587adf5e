import type { Evidence, LabelScore, Span, Voice } from '@framewatch/contracts';
import { STOP_COUNT } from '../lexicon/vocabulary.ts';
import type { CompiledBeat } from './compile-seeds.ts';
import { weightOf } from '../scoring/term-weights.ts';
import type { Signals } from './sentence-signals.ts';
import { clarity } from './strength.ts';

/** Sentences shown per label. */
const MAX_SENTENCES = 5;
/** Terms shown per sentence, strongest first. */
const MAX_TERMS = 8;
/** A single word is shown from this weight on; weaker ones are noise to a reader. */
const MIN_TERM_WEIGHT = 0.5;

/** The sentences that spoke for each label that was not decided `no`, strongest first, with the words that did. */
export function gatherEvidence(
  beat: CompiledBeat,
  signals: Signals,
  strengths: Float64Array,
  labels: readonly LabelScore[],
  voices: () => readonly Voice[],
): Evidence[] {
  const shown = [...labels.entries()].filter(([, label]) => label.decision !== 'no');
  if (shown.length === 0) return [];
  const spoken = voices();
  return shown.flatMap(([k, label]) =>
    strongest(strengths, beat.labels.length, k).map((i) => ({
      kind: label.kind,
      labelId: label.labelId,
      sentence: signals.sentences[i]!.span,
      weight: strengths[i * beat.labels.length + k]!,
      terms: termsOf(beat, signals, i, k),
      voice: spoken[i]!,
    })),
  );
}

function strongest(strengths: Float64Array, labels: number, k: number): number[] {
  const at = (i: number): number => strengths[i * labels + k]!;
  const order = Array.from({ length: strengths.length / labels }, (_, i) => i).sort(
    (a, b) => at(b) - at(a) || a - b,
  );
  return order.filter((i, rank) => rank < MAX_SENTENCES && (clarity(at(i)) > 0 || rank === 0));
}

type WeighedTerm = Span & { weight: number };

function termsOf(beat: CompiledBeat, signals: Signals, sentence: number, k: number): WeighedTerm[] {
  const { text } = signals;
  const { span, tokenFrom, tokenTo } = signals.sentences[sentence]!;
  const { field } = span;
  const found: WeighedTerm[] = [];
  const taken = new Uint8Array(tokenTo - tokenFrom);
  /** Shows tokens [from, to) unless a stronger kind of term has one of them. */
  const add = (from: number, to: number, weight: number): void => {
    if (taken.subarray(from - tokenFrom, to - tokenFrom).includes(1)) return;
    taken.fill(1, from - tokenFrom, to - tokenFrom);
    found.push({ field, start: text.starts[from]!, end: text.ends[to - 1]!, weight });
  };
  for (const hit of signals.hits[sentence]!) {
    const weight = beat.meanings[hit.phrase]!.labels.find(([label]) => label === k)?.[1];
    if (weight !== undefined) add(hit.from, hit.to, weight);
  }
  for (const { token, weight } of singleTerms(beat, signals, sentence, k))
    add(token, token + (beat.language === 'ja' ? 2 : 1), weight);
  const strongestFirst = found.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start);
  return strongestFirst.slice(0, MAX_TERMS);
}

function singleTerms(beat: CompiledBeat, signals: Signals, sentence: number, k: number) {
  const { text } = signals;
  const { tokenFrom, tokenTo } = signals.sentences[sentence]!;
  const norm = Math.sqrt(Math.max(6, signals.lengths[sentence]!));
  const pair = beat.language === 'ja' ? 1 : 0;
  const terms: { token: number; weight: number }[] = [];
  for (let i = tokenFrom; i < tokenTo; i++) {
    const id = text.terms[i]!;
    const weight = id < STOP_COUNT ? 0 : weightOf(beat.weights, id, k, beat.topics) / norm;
    if (Math.abs(weight) < MIN_TERM_WEIGHT || i + pair >= text.count) continue;
    terms.push({ token: i, weight });
  }
  return terms;
}
