import { FALSE_DISCOVERIES, falseDiscoveryRates } from './false-discovery.ts';
import { chanceOf } from './normal.ts';
import { Z95 } from './normal-quantile.ts';

/** In how many stories (or articles) of each side a word stands. */
export interface WordCount {
  word: string;
  a: number;
  b: number;
}

export interface WordOdds extends WordCount {
  /** Log-odds of side a less those of side b, drawn towards 0 by the prior. */
  logOdds: number;
  /** 95 % interval of the log-odds. */
  low: number;
  high: number;
  z: number;
  /** Expected share of false finds among all words that are at least as sure. */
  falseDiscovery: number;
}

/** The prior counts as so many stories in which words stand as often as on both sides together. */
const PRIOR_STORIES = 10;
/** A word of fewer stories cannot set anything apart. Chosen without looking at the sides, so it costs no honesty. */
const FEWEST_STORIES = 5;

/**
 * Words that set two sides apart: log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008,
 * Political Analysis 16:372), over stories rather than words, so that one text repeated makes no word; z against false
 * discovery (Benjamini and Hochberg 1995). Gives those that are told apart, strongest first, and how many were tried.
 */
export function compareWords(
  counts: readonly WordCount[],
  storiesOf: { a: number; b: number },
): { tried: number; found: WordOdds[] } {
  const tried = counts.filter(({ a, b }) => a + b >= FEWEST_STORIES);
  const all = storiesOf.a + storiesOf.b;
  const odds = tried.map(({ a, b }) => {
    const background = (PRIOR_STORIES * (a + b)) / all;
    return logOdds(
      { hits: a, n: storiesOf.a },
      { hits: b, n: storiesOf.b },
      { word: background, all: PRIOR_STORIES },
    );
  });
  const rates = falseDiscoveryRates(odds.map(({ value, variance }) => chanceOf(value / Math.sqrt(variance))));
  const found = tried.flatMap((count, i) => {
    const { value = 0, variance = 1 } = odds[i] ?? {};
    const falseDiscovery = rates[i] ?? 1;
    if (!(falseDiscovery < FALSE_DISCOVERIES)) return [];
    const deviation = Math.sqrt(variance);
    return [
      {
        ...count,
        logOdds: value,
        low: value - Z95 * deviation,
        high: value + Z95 * deviation,
        z: value / deviation,
        falseDiscovery,
      },
    ];
  });
  return { tried: tried.length, found: found.sort((x, y) => Math.abs(y.z) - Math.abs(x.z)) };
}

/**
 * The difference of two log-odds under a prior, and its variance with all four terms (Monroe et al., equation 18):
 * their shorter one holds for rare words alone, and ours may stand in every other story.
 */
export function logOdds(
  a: { hits: number; n: number },
  b: { hits: number; n: number },
  prior: { word: number; all: number },
): { value: number; variance: number } {
  const [withA, withB] = [a.hits + prior.word, b.hits + prior.word];
  const [withoutA, withoutB] = [a.n + prior.all - withA, b.n + prior.all - withB];
  // A word of every story on both sides tells nothing apart.
  if (withoutA <= 0 || withoutB <= 0) return { value: 0, variance: 1 };
  return {
    value: Math.log(withA / withoutA) - Math.log(withB / withoutB),
    variance: 1 / withA + 1 / withoutA + 1 / withB + 1 / withoutB,
  };
}
