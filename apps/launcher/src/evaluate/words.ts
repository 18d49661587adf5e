import type { Estimate } from '@framewatch/measures';
import type { Method } from './judge.ts';
import type { EvaluationReport, Group, Slice } from './report.ts';

/** How the methods are called in reports, in the order of the tables. */
export const METHODS: readonly (readonly [Method, string])[] = [
  ['framewatch', 'Framewatch'],
  ['keywords', 'keywords'],
  ['centroid', 'TF-IDF centroid'],
  ['naive-bayes', 'naive Bayes'],
  ['logistic-regression', 'logistic regression'],
];

/** How the parts of the texts are called. */
export const PARTS: Readonly<Record<Group, string>> = {
  'held-out': 'held-out texts',
  tuning: 'texts read while the cues were written',
  labelled: 'labelled articles',
  all: 'all texts',
};

const LANGUAGES: Readonly<Record<string, string>> = { all: 'all languages', en: 'English', ja: 'Japanese' };

/** The name of a language; its code where we have no name. */
export const languageName = (code: string): string => LANGUAGES[code] ?? code;

/** What a reader has to know before any figure is believed. */
export function caveats({ synthetic, slices }: EvaluationReport): string[] {
  const texts = slices.at(-1)?.texts ?? 0;
  const own = synthetic
    ? [
        'The texts were written for testing; no newspaper printed them. Real articles are longer and may be harder.',
        'The held-out texts were written after the cues, without looking at them, but for a few concept terms that gold/README.md names. The errors on the others were read while the cues were written: figures on those are flattering.',
        'Errors on held-out texts are counted, but not listed: whoever mends cues must not have read them.',
      ]
    : [`The figures hold for articles chosen as these ${texts} were, and for no others.`];
  return [
    ...own,
    'An unclear decision counts as no. Intervals are 95 %: Wilson’s for precision and recall, Wilson’s for F* carried over to F1 of one label, bootstrap over whole texts for means, ROC-AUC and average precision.',
    'Keywords count the beat’s own cue terms. The other simple methods learn from these very texts, ten-fold cross-validated, their knob and threshold tuned within the nine tenths; Framewatch learns from no labelled text.',
  ];
}

/** Two decimals without the zero before them; a dash where there is no figure. */
export const figure = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : value.toFixed(2).replace(/^0(?=\.)/, '');

/** A figure with its interval. */
export const withInterval = (estimate: Estimate | null | undefined): string =>
  estimate ? `${figure(estimate.value)} [${figure(estimate.low)}–${figure(estimate.high)}]` : '–';

/** The columns of the table of methods, and how each is read from a slice. */
export const COLUMNS: readonly (readonly [
  group: string,
  name: string,
  read: (figures: NonNullable<Slice['methods'][Method]>) => Estimate | null | undefined,
])[] = [
  ['relevance', 'precision', ({ relevance }) => relevance?.precision],
  ['relevance', 'recall', ({ relevance }) => relevance?.recall],
  ['relevance', 'F1', ({ relevance }) => relevance?.f1],
  ['relevance', 'ROC-AUC', ({ relevance }) => relevance?.auc],
  ['relevance', 'AP', ({ relevance }) => relevance?.averagePrecision],
  ['topics', 'macro F1', ({ topics }) => topics?.macroF1],
  ['topics', 'mean AP', ({ topics }) => topics?.meanAveragePrecision],
  ['frames', 'macro F1', ({ frames }) => frames?.macroF1],
  ['frames', 'micro F1', ({ frames }) => frames?.microF1],
  ['frames', 'mean AP', ({ frames }) => frames?.meanAveragePrecision],
];
