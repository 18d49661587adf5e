import {
  averagePrecision,
  bootstrap,
  type Confusion,
  countDecisions,
  type Estimate,
  f1,
  precision,
  recall,
  rocAuc,
} from '@framewatch/measures';
import type { Judgement, Judgements, Method } from './judge.ts';
import type { Text } from './read-texts.ts';
import { type Target, truthOf } from './targets.ts';

/** One decision on one text, with the place of the text. */
export interface Case {
  readonly place: number;
  readonly score: number;
  readonly decided: boolean;
  readonly unclear: boolean;
  readonly actual: boolean;
}

/** How right a method is about one target. */
export interface TargetFigures {
  /** Texts judged, and how many of them carry the label. */
  readonly n: number;
  readonly positives: number;
  readonly unclear: number;
  readonly counts: Confusion;
  readonly precision: Estimate | null;
  readonly recall: Estimate | null;
  readonly f1: Estimate | null;
  readonly averagePrecision: number | null;
}

/** How right a method is about relevance; ranking figures have bootstrap intervals. */
export interface RelevanceFigures extends Omit<TargetFigures, 'averagePrecision'> {
  readonly auc: Estimate | null;
  readonly averagePrecision: Estimate | null;
}

/** How right a method is about all topics, or all frames: means over the labels that some text carries. */
export interface KindFigures {
  readonly n: number;
  readonly labels: number;
  readonly microF1: Estimate | null;
  readonly macroF1: Estimate | null;
  readonly meanAveragePrecision: Estimate | null;
}

/** The cases of a method and a target at some places; texts that were not labelled or not judged are left out. */
export function casesOf(
  judgements: Judgements,
  method: Method,
  target: Target,
  texts: readonly Text[],
  places: readonly number[],
): Case[] {
  const own = judgements.get(method)?.get(target.key) ?? [];
  return places.flatMap((place) => {
    const actual = truthOf(texts[place]!, target);
    const judgement: Judgement | null = own[place] ?? null;
    if (actual === null || judgement === null) return [];
    const { score, decision } = judgement;
    return [{ place, score, decided: decision === 'yes', unclear: decision === 'unclear', actual }];
  });
}

/** Precision and recall with Wilson's intervals, F1 with the one carried over; null where nothing was judged. */
export function targetFigures(cases: readonly Case[]): TargetFigures | null {
  if (cases.length === 0) return null;
  const counts = countDecisions(cases);
  return {
    n: cases.length,
    positives: counts.tp + counts.fn,
    unclear: cases.filter(({ unclear }) => unclear).length,
    counts,
    precision: precision(counts),
    recall: recall(counts),
    f1: f1(counts),
    averagePrecision: averagePrecision(cases),
  };
}

export function relevanceFigures(cases: readonly Case[]): RelevanceFigures | null {
  const figures = targetFigures(cases);
  return (
    figures && {
      ...figures,
      auc: drawn(cases, rocAuc),
      averagePrecision: drawn(cases, averagePrecision),
    }
  );
}

/** Figures over several labels; whole texts are drawn, so that the labels of one text stay together. */
export function kindFigures(byLabel: readonly (readonly Case[])[]): KindFigures | null {
  const carried = byLabel.filter((cases) => cases.some(({ actual }) => actual));
  const rows = new Map<number, (Case | undefined)[]>();
  for (const [k, cases] of byLabel.entries()) {
    for (const one of cases) {
      const row = rows.get(one.place) ?? byLabel.map(() => undefined);
      rows.set(one.place, row);
      row[k] = one;
    }
  }
  if (carried.length === 0) return null;
  const texts = [...rows.values()];
  return {
    n: texts.length,
    labels: carried.length,
    microF1: drawn(texts, (some) => f1Of(sumCounts(some))),
    macroF1: drawn(texts, (some) => mean(countsByLabel(some, byLabel.length).map(f1Of))),
    meanAveragePrecision: drawn(texts, (some) =>
      mean(byLabel.map((_, k) => averagePrecision(some.flatMap((row) => row[k] ?? [])))),
    ),
  };
}

function drawn<Item>(
  items: readonly Item[],
  figure: (some: readonly Item[]) => number | null,
): Estimate | null {
  const value = figure(items);
  const interval = value === null ? null : bootstrap(items, figure);
  return value === null || interval === null ? null : { value, ...interval };
}

type Row = readonly (Case | undefined)[];

function countsByLabel(rows: readonly Row[], labels: number): Confusion[] {
  const counts = Array.from({ length: labels }, () => ({ tp: 0, fp: 0, fn: 0, tn: 0 }));
  for (const row of rows) {
    for (let k = 0; k < labels; k++) {
      const one = row[k];
      if (one !== undefined)
        counts[k]![one.decided ? (one.actual ? 'tp' : 'fp') : one.actual ? 'fn' : 'tn'] += 1;
    }
  }
  return counts;
}

function sumCounts(rows: readonly Row[]): Confusion {
  const sum = { tp: 0, fp: 0, fn: 0, tn: 0 };
  for (const { tp, fp, fn, tn } of countsByLabel(rows, rows[0]?.length ?? 0)) {
    sum.tp += tp;
    sum.fp += fp;
    sum.fn += fn;
    sum.tn += tn;
  }
  return sum;
}

/** F1 of a label that some text carries; labels that none does have no figure. */
const f1Of = ({ tp, fp, fn }: Confusion): number | null =>
  tp + fn === 0 ? null : (2 * tp) / (2 * tp + fp + fn);

function mean(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}
