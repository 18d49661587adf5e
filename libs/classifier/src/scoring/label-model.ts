import { type Bag, bagOf, createTermIndex, type TermIndex } from './bags.ts';
import { complementWeights, fillLogSoftmax } from './complement-bayes.ts';
import { type CorpusStatistics, corpusStatistics } from './corpus-statistics.ts';
import { confidentTexts, predictionEntropy } from './self-training.ts';
import { labelCounts, logOddsMatrix } from './log-odds.ts';

/** A label as an editor describes it, with a few texts that carry it. */
export interface LabelDescription {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly exemplars: readonly string[];
}

/** What a label model is trained from. */
export interface LabelTraining {
  readonly kind: 'topics' | 'frames';
  readonly language: string;
  readonly labels: readonly LabelDescription[];
  /** Unlabelled texts of the stream that is to be scored; all statistics come from them. */
  readonly background: readonly string[];
}

/** Scores texts by label; higher is more likely, zero is the stream's average. */
export interface LabelModel {
  score(text: { readonly title?: string; readonly text: string }): Record<string, number>;
}

/**
 * A few-shot model of labels that are described in words: standardised log-odds, keyword score and complement
 * naive Bayes, added up with one set of weights for topics and one for frames. Where the classes predicted for
 * the stream are balanced, topics learn once more from the stream's confident texts.
 */
export function trainLabelModel({ kind, language, labels, background }: LabelTraining): LabelModel {
  const index = createTermIndex(language);
  const stream = background.map((text) => bagOf(index, text, 'growing'));
  const seeds = labels.map((label) => readLabel(index, label));
  const statistics = corpusStatistics(stream, index.ids.size);
  let scorer = fit(kind, seeds, statistics, stream, []);
  if (kind === 'topics') {
    for (let round = 0; round < SELF_TRAINING_ROUNDS; round++) {
      const scores = stream.map((bag) => scorer(bag));
      if (predictionEntropy(scores, labels.length) < MIN_ENTROPY) break;
      scorer = fit(kind, seeds, statistics, stream, confidentTexts(stream, scores, labels.length));
    }
  }
  return {
    score({ title, text }) {
      const scores = scorer(bagOf(index, title === undefined ? text : `${title}. ${text}`, 'frozen'));
      return Object.fromEntries(labels.map((label, k) => [label.id, scores[k]!]));
    },
  };
}

const SELF_TRAINING_ROUNDS = 2;
/** Normalised entropy of the predicted classes below which self-training would feed the large ones only. */
const MIN_ENTROPY = 0.9;

/** Weights of the three parts. */
const PROFILES = {
  topics: { logOdds: 1, keywords: 0.5, bayes: 2 },
  frames: { logOdds: 1, keywords: 1, bayes: 0.7 },
} as const;

/** A label's own words, apart by where they come from. */
export interface LabelSeeds {
  readonly exemplars: readonly Bag[];
  readonly description: Bag;
  readonly keywords: Bag;
}

type Scorer = (bag: Bag) => Float64Array;

function readLabel(index: TermIndex, label: LabelDescription): LabelSeeds {
  return {
    exemplars: label.exemplars.map((text) => bagOf(index, text, 'growing')),
    description: bagOf(index, `${label.name}. ${label.description}`, 'growing'),
    keywords: bagOf(index, label.keywords.join(' . '), 'growing'),
  };
}

function fit(
  kind: LabelTraining['kind'],
  seeds: readonly LabelSeeds[],
  statistics: CorpusStatistics,
  stream: readonly Bag[],
  confident: readonly (readonly Bag[])[],
): Scorer {
  const parts = [
    logOddsPart(seeds, statistics, confident),
    keywordPart(seeds, statistics),
    bayesPart(seeds, statistics, confident),
  ];
  const { logOdds, keywords, bayes } = PROFILES[kind];
  return standardised(parts, [logOdds, keywords, bayes], stream, seeds.length);
}

type Part = (bag: Bag, into: Float64Array) => void;

function logOddsPart(
  seeds: readonly LabelSeeds[],
  statistics: CorpusStatistics,
  confident: readonly (readonly Bag[])[],
): Part {
  const counts = seeds.map((label, k) => labelCounts(label, confident[k] ?? []));
  const weights = logOddsMatrix(counts, statistics);
  return linear(weights, seeds.length, (n) => 1 + Math.log(n), 1);
}

function keywordPart(seeds: readonly LabelSeeds[], statistics: CorpusStatistics): Part {
  const weights = new Float64Array(statistics.terms * seeds.length);
  for (const [k, { keywords }] of seeds.entries()) {
    for (const id of keywords.ids) weights[id * seeds.length + k] = statistics.rarity[id]!;
  }
  return linear(weights, seeds.length, (n) => 1 + Math.log(n), KEYWORD_FLOOR);
}

/** Texts shorter than this many terms are not favoured for being short. */
const KEYWORD_FLOOR = 8;

function bayesPart(
  seeds: readonly LabelSeeds[],
  statistics: CorpusStatistics,
  confident: readonly (readonly Bag[])[],
): Part {
  const weights = complementWeights(seeds, statistics, confident);
  const sum = linear(weights, seeds.length, (n) => 1 + Math.log(n), 1);
  return (bag, into) => {
    sum(bag, into);
    fillLogSoftmax(into);
  };
}

/** Sum of weights over a text's terms, divided by the square root of its length. */
function linear(weights: Float64Array, labels: number, damp: (n: number) => number, floor: number): Part {
  return (bag, into) => {
    into.fill(0);
    for (let i = 0; i < bag.ids.length; i++) {
      const factor = damp(bag.counts[i]!);
      const row = bag.ids[i]! * labels;
      if (row >= weights.length) continue;
      for (let k = 0; k < labels; k++) into[k]! += factor * weights[row + k]!;
    }
    const norm = Math.sqrt(Math.max(floor, bag.length));
    for (let k = 0; k < labels; k++) into[k]! /= norm;
  };
}

/** Adds up parts after bringing each to mean 0 and spread 1 per label over the stream. */
function standardised(
  parts: readonly Part[],
  weights: readonly number[],
  stream: readonly Bag[],
  labels: number,
): Scorer {
  const buffer = new Float64Array(labels);
  const norms = parts.map((part) => {
    const sums = new Float64Array(labels);
    const squares = new Float64Array(labels);
    for (const bag of stream) {
      part(bag, buffer);
      for (let k = 0; k < labels; k++) {
        sums[k]! += buffer[k]!;
        squares[k]! += buffer[k]! ** 2;
      }
    }
    const n = Math.max(1, stream.length);
    const means = sums.map((sum) => sum / n);
    const spreads = squares.map((sum, k) => Math.sqrt(Math.max(0, sum / n - means[k]! ** 2)) || 1);
    return { means, spreads };
  });
  return (bag) => {
    const total = new Float64Array(labels);
    for (const [p, part] of parts.entries()) {
      part(bag, buffer);
      const { means, spreads } = norms[p]!;
      for (let k = 0; k < labels; k++) total[k]! += (weights[p]! * (buffer[k]! - means[k]!)) / spreads[k]!;
    }
    return total;
  };
}
