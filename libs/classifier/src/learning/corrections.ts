import type { Correction, LabelScore } from '@framewatch/contracts';
import type { TermVector } from '../scoring/term-vector.ts';
import { fingerprint } from '../version.ts';
import { fitShift, type LabelledVector, type LogisticShift, shiftOf, sigmoid } from './logistic.ts';

/** An article as the classifier sees it: never its outlet, byline or address. */
export interface ArticleText {
  readonly title: string;
  readonly text: string;
  readonly language?: string;
}

/** An editor's labels for one article, kept as data; a model is a pure function of seeds and corrections. */
export interface TrainingCorrection {
  readonly article: ArticleText;
  readonly labels: readonly Correction[];
}

/** The name under which a correction's target is kept: relevance, or a label of a kind. */
export function targetOf({ kind, labelId }: Pick<Correction, 'kind' | 'labelId'>): string {
  return kind === 'relevance' ? 'relevance' : `${kind} ${labelId}`;
}

/** What editors said of single articles, word for word. */
export type Verdicts = ReadonlyMap<string, ReadonlyMap<string, Correction['decision']>>;

/** Verdicts by article; a later correction of the same article and target replaces an earlier one. */
export function collectVerdicts(corrections: readonly TrainingCorrection[]): Verdicts {
  const verdicts = new Map<string, Map<string, Correction['decision']>>();
  for (const { article, labels } of corrections) {
    const key = articleKey(article);
    const own = verdicts.get(key) ?? new Map<string, Correction['decision']>();
    for (const label of labels) own.set(targetOf(label), label.decision);
    verdicts.set(key, own);
  }
  return verdicts;
}

/** The same words are the same article, whatever the white space. */
export function articleKey({ title, text }: ArticleText): string {
  return fingerprint([title, text].map((part) => part.replace(/\s+/g, ' ').trim()));
}

/** An article of the corrections as the uncorrected model reads it. */
export interface CorrectedReading {
  readonly article: ArticleText;
  readonly vector: TermVector;
  /** Score before any correction, by target. */
  readonly scores: ReadonlyMap<string, number>;
}

/** What was learned from corrections, by target; a target without corrections is not touched at all. */
export type Shifts = ReadonlyMap<string, { readonly shift: LogisticShift; readonly trust: number }>;

/** Corrections after which what they teach counts for half. */
const HALF_TRUST = 30;

/** Learns, target by target, how far the model was off on the corrected articles. */
export function learnShifts(verdicts: Verdicts, readings: readonly CorrectedReading[]): Shifts {
  const samples = new Map<string, LabelledVector[]>();
  for (const { article, vector, scores } of readings) {
    for (const [target, decision] of verdicts.get(articleKey(article)) ?? []) {
      const list = samples.get(target) ?? [];
      list.push({ vector, prior: logit(scores.get(target) ?? 0), isYes: decision === 'yes' });
      samples.set(target, list);
    }
  }
  return new Map(
    [...samples].map(([target, list]) => [
      target,
      { shift: fitShift(list), trust: list.length / (list.length + HALF_TRUST) },
    ]),
  );
}

/** A score as the corrections shift it. */
export function shiftedScore(shifts: Shifts, target: string, score: number, vector: TermVector): number {
  const learned = shifts.get(target);
  if (learned === undefined) return score;
  return sigmoid(logit(score) + learned.trust * shiftOf(learned.shift, vector));
}

/** The scores of labels and of relevance, by target. */
export function scoresByTarget(relevance: number, labels: readonly LabelScore[]): Map<string, number> {
  return new Map([
    ['relevance', relevance],
    ...labels.map((label) => [targetOf(label), label.score] as const),
  ]);
}

/** Scores of exactly 0 or 1 would never move. */
const MOST_LOGIT = 3;

function logit(score: number): number {
  return Math.min(MOST_LOGIT, Math.max(-MOST_LOGIT, Math.log(score / (1 - score))));
}
