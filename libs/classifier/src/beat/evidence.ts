import type { Evidence, LabelScore, Span, Voice } from '@framewatch/contracts';
import { STOP_COUNT } from '../lexicon/vocabulary.ts';
import type { AnalysedText } from '../text/analyse.ts';
import type { CompiledBeat } from './compile-seeds.ts';
import { SENTENCE_FLOOR } from './label-decisions.ts';
import type { SentenceSignals } from './sentence-signals.ts';

/** Sentences shown per label. */
const MAX_SENTENCES = 5;
/** Terms shown per sentence, strongest first. */
const MAX_TERMS = 8;
/** A single word is shown from this weight on; weaker ones are noise to a reader. */
const MIN_TERM_WEIGHT = 0.5;

/** The sentences that spoke for each label that was not decided `no`, strongest first, with the words that did. */
export function gatherEvidence(
  beat: CompiledBeat,
  text: AnalysedText,
  signals: readonly SentenceSignals[],
  strengths: readonly Float64Array[],
  labels: readonly LabelScore[],
  voices: () => readonly Voice[],
): Evidence[] {
  const shown = [...labels.entries()].filter(([, label]) => label.decision !== 'no');
  if (shown.length === 0) return [];
  const spoken = voices();
  return shown.flatMap(([k, label]) =>
    strongest(strengths, k).map((i) => ({
      kind: label.kind,
      labelId: label.labelId,
      sentence: signals[i]!.sentence.span,
      weight: strengths[i]![k]!,
      terms: termsOf(beat, text, signals[i]!, k),
      voice: spoken[i]!,
    })),
  );
}

function strongest(strengths: readonly Float64Array[], k: number): number[] {
  const order = strengths.map((_, i) => i).sort((a, b) => strengths[b]![k]! - strengths[a]![k]! || a - b);
  return order.filter(
    (i, rank) => rank < MAX_SENTENCES && (strengths[i]![k]! >= SENTENCE_FLOOR || rank === 0),
  );
}

type WeighedTerm = Span & { weight: number };

function termsOf(beat: CompiledBeat, text: AnalysedText, signals: SentenceSignals, k: number): WeighedTerm[] {
  const { field } = signals.sentence.span;
  const found = new Map<number, WeighedTerm>();
  for (const hit of signals.hits) {
    const weight = beat.meanings[hit.phrase]!.labels.find(([label]) => label === k)?.[1];
    if (weight === undefined) continue;
    const start = text.starts[hit.from]!;
    const end = text.ends[hit.to - 1]!;
    if (![...found.values()].some((other) => other.start < end && start < other.end)) {
      found.set(start, { field, start, end, weight });
    }
  }
  for (const single of singleTerms(beat, text, signals, k)) {
    if (![...found.values()].some((o) => o.start < single.end && single.start < o.end))
      found.set(single.start, single);
  }
  const strongestFirst = [...found.values()].sort(
    (a, b) => Math.abs(b.weight) - Math.abs(a.weight) || a.start - b.start,
  );
  return strongestFirst.slice(0, MAX_TERMS);
}

function singleTerms(
  beat: CompiledBeat,
  text: AnalysedText,
  signals: SentenceSignals,
  k: number,
): WeighedTerm[] {
  const { field } = signals.sentence.span;
  const labels = beat.labels.length;
  const norm = Math.sqrt(Math.max(6, signals.length));
  const terms: WeighedTerm[] = [];
  for (let i = signals.sentence.tokenFrom; i < signals.sentence.tokenTo; i++) {
    const id = text.terms[i]!;
    const weight = id < STOP_COUNT ? 0 : beat.weights[id * labels + k]! / norm;
    if (Math.abs(weight) < MIN_TERM_WEIGHT) continue;
    const pair = beat.language === 'ja' ? 1 : 0;
    terms.push({ field, start: text.starts[i]!, end: text.ends[i + pair]!, weight });
  }
  return terms;
}
