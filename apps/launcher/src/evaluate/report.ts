import { calibrationError, reliability, type ReliabilityBin } from '@framewatch/measures';
import { worstErrors, type WrongDecision } from './errors.ts';
import {
  casesOf,
  type KindFigures,
  kindFigures,
  type RelevanceFigures,
  relevanceFigures,
  type TargetFigures,
  targetFigures,
} from './figures.ts';
import { type Judged, judgeTexts, type Method } from './judge.ts';
import type { Material, Part, Text } from './read-texts.ts';
import { type Target, targetsOf } from './targets.ts';

export type Group = Part | 'all';

/** Some of the texts: a part of them, in one language or in all. */
export interface Slice {
  readonly part: Group;
  readonly language: string;
  readonly texts: number;
  readonly methods: Readonly<Partial<Record<Method, MethodFigures>>>;
}

interface MethodFigures {
  readonly relevance: RelevanceFigures | null;
  readonly topics: KindFigures | null;
  readonly frames: KindFigures | null;
}

/** One label in one slice: the classifier's figures, and the F1 of every simple method. */
export interface LabelRow {
  readonly part: Group;
  readonly language: string;
  readonly kind: Target['kind'];
  readonly id: string;
  readonly name: string;
  readonly figures: TargetFigures;
  readonly others: Readonly<Partial<Record<Method, number | null>>>;
}

/** How far scores can be taken for probabilities. */
export interface Calibration {
  readonly part: Group;
  readonly of: 'relevance' | 'topics' | 'frames';
  readonly n: number;
  readonly error: number | null;
  readonly curve: readonly ReliabilityBin[];
}

export interface EvaluationReport {
  readonly heading: string;
  /** Whether the texts are synthetic: written for testing, printed by nobody. */
  readonly synthetic: boolean;
  readonly beat: string;
  readonly modelVersion: string;
  readonly slices: readonly Slice[];
  readonly labels: readonly LabelRow[];
  readonly calibration: readonly Calibration[];
  readonly errors: readonly WrongDecision[];
}

const BINS = 10;

/** Measures the classifier and the simple methods on the texts, whole and in their parts and languages. */
export function evaluate({ seeds, texts }: Material): EvaluationReport {
  const targets = targetsOf(seeds);
  const judged = judgeTexts(seeds, texts, targets);
  const synthetic = texts.every(({ part }) => part !== 'labelled');
  const view = { texts, targets, judged };
  const groups = groupsOf(texts, judged);
  return {
    heading: synthetic ? 'On texts written for testing' : 'On labelled articles',
    synthetic,
    beat: seeds.id,
    modelVersion: judged.version,
    slices: groups.map((group) => sliceOf(view, group)),
    labels: groups.flatMap((group) => labelRows(view, group)),
    calibration: groups
      .filter(({ language }) => language === 'all')
      .flatMap((group) =>
        (['relevance', 'topics', 'frames'] as const).map((of) => calibrate(view, group, of)),
      ),
    errors: worstErrors(texts, targets, judged.judgements, judged.classifications),
  };
}

interface View {
  readonly texts: readonly Text[];
  readonly targets: readonly Target[];
  readonly judged: Judged;
}

interface TextGroup {
  readonly part: Group;
  readonly language: string;
  readonly places: readonly number[];
}

/** The held-out part first, for it is the fairest; then the others, then all; each in every language and in all. */
function groupsOf(texts: readonly Text[], { classifications }: Judged): TextGroup[] {
  const parts = (['held-out', 'tuning', 'labelled'] as const).filter((p) => texts.some((t) => t.part === p));
  const languages = [...new Set(classifications.map(({ language }) => language))].sort();
  const named: Group[] = parts.length > 1 ? [...parts, 'all'] : parts;
  return named.flatMap((part) =>
    (languages.length > 1 ? ['all', ...languages] : ['all']).flatMap((language) => {
      const places = [...texts.keys()].filter(
        (i) =>
          (part === 'all' || texts[i]!.part === part) &&
          (language === 'all' || classifications[i]!.language === language),
      );
      return places.length === 0 ? [] : [{ part, language, places }];
    }),
  );
}

function sliceOf({ texts, targets, judged }: View, { part, language, places }: TextGroup): Slice {
  const figuresOf = (method: Method): MethodFigures => {
    const cases = (target: Target) => casesOf(judged.judgements, method, target, texts, places);
    const kind = (wanted: Target['kind']) =>
      kindFigures(targets.filter((target) => target.kind === wanted).map(cases));
    const [relevance] = targets;
    return {
      relevance: relevance ? relevanceFigures(cases(relevance)) : null,
      topics: kind('topic'),
      frames: kind('frame'),
    };
  };
  const methods = Object.fromEntries(
    [...judged.judgements.keys()].map((method) => [method, figuresOf(method)]),
  );
  return { part, language, texts: places.length, methods };
}

function labelRows({ texts, targets, judged }: View, { part, language, places }: TextGroup): LabelRow[] {
  const methods = [...judged.judgements.keys()];
  return targets.flatMap((target) => {
    const of = (method: Method) => targetFigures(casesOf(judged.judgements, method, target, texts, places));
    const figures = of('framewatch');
    if (figures === null) return [];
    const others = Object.fromEntries(
      methods.filter((m) => m !== 'framewatch').map((m) => [m, of(m)?.f1?.value ?? null]),
    );
    const { kind, id, name } = target;
    return [{ part, language, kind, id, name, figures, others }];
  });
}

function calibrate(
  { texts, targets, judged }: View,
  { part, places }: TextGroup,
  of: Calibration['of'],
): Calibration {
  const kind = of === 'relevance' ? of : of === 'topics' ? 'topic' : 'frame';
  // Texts outside the beat have no labels and are easy to be sure of: they would flatter.
  const asked = kind === 'relevance' ? places : places.filter((i) => texts[i]!.relevant !== false);
  const cases = targets
    .filter((target) => target.kind === kind)
    .flatMap((target) => casesOf(judged.judgements, 'framewatch', target, texts, asked));
  const curve = reliability(cases, BINS);
  return { part, of, n: cases.length, error: calibrationError(curve), curve };
}
