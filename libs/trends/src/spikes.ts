import { type Expected, negativeBinomialSize, upperTail } from './dispersion.ts';

/** One day's (or hour's, or week's) count and what it is a share of. */
export interface DayCount {
  count: number;
  total: number;
  /** 0 Sunday to 6 Saturday, in the viewer's zone. */
  weekday: number;
  /** A feed was not reached: the day says nothing. */
  inGap: boolean;
}

export interface Spike {
  observed: number;
  expected: number;
  /** P(X >= observed) under the baseline. */
  probability: number;
}

/** What can be said of the last day: it stands out, it does not, or why nothing can be said. */
export type SpikeVerdict =
  | ({ kind: 'spike' | 'usual' } & Spike)
  | { kind: 'gap' }
  | { kind: 'too-few'; observed: number; needed: number }
  | { kind: 'short-history'; days: number; needed: number };

/** Fewer usable days than this make no baseline. */
export const FEWEST_DAYS = 14;
/** So many windows before one are its baseline: eight weeks of days. */
export const BASELINE_WINDOWS = 56;
/** Alert level: about one false alarm in three years of days. */
export const SPIKE_BELOW = 0.001;
/** An earlier spike is no habit: days this unlikely are left out of the baseline. */
const OUTLIER_BELOW = 0.0001;
/** What never came before is expected once in ten days all the same. */
const LEAST_EXPECTED = 0.1;
/** A weekday's habit is doubted by so many weeks' worth of the general one. */
const WEEKS_OF_DOUBT = 4;

/** The last day's spike, or null: see judgeSpike. */
export function findSpike(days: DayCount[], minimum: number): Spike | null {
  const verdict = judgeSpike(days, minimum);
  if (verdict.kind !== 'spike') return null;
  const { observed, expected, probability } = verdict;
  return { observed, expected, probability };
}

/**
 * Whether the last day's count is a spike against the days before: a negative binomial baseline whose mean is the
 * usual share of what was collected that day, scaled by the weekday's habit, with its size by maximum likelihood. What
 * the baseline itself does not know for sure (few days, few counts) widens it.
 */
export function judgeSpike(days: readonly DayCount[], minimum: number): SpikeVerdict {
  const today = days.at(-1);
  if (!today || today.inGap) return { kind: 'gap' };
  const before = days.slice(0, -1).filter((day) => !day.inGap && day.total > 0);
  if (before.length < FEWEST_DAYS) return { kind: 'short-history', days: before.length, needed: FEWEST_DAYS };
  if (today.count < minimum) return { kind: 'too-few', observed: today.count, needed: minimum };
  const baseline = withoutSpikes(before);
  const expected = Math.max(LEAST_EXPECTED, meanOf(baseline, today));
  const probability = upperTail(today.count, expected, predictiveSize(baseline, today.weekday));
  return {
    kind: probability < SPIKE_BELOW ? 'spike' : 'usual',
    observed: today.count,
    expected,
    probability,
  };
}

/** The days without those that stand out so far that they would hide the next one. */
function withoutSpikes(days: readonly DayCount[]): readonly DayCount[] {
  const counts = expectedOf(days, days);
  // The size is taken without the highest twentieth, or an outlier would excuse itself.
  const trimmed = [...counts].sort((a, b) => a.count / a.mean - b.count / b.mean);
  const size = negativeBinomialSize(trimmed.slice(0, Math.ceil(counts.length * 0.95)));
  const kept = days.filter((_, i) => {
    const { count, mean } = counts[i] ?? { count: 0, mean: 1 };
    return upperTail(count, mean, size) >= OUTLIER_BELOW;
  });
  return kept.length < FEWEST_DAYS ? days : kept;
}

function expectedOf(days: readonly DayCount[], baseline: readonly DayCount[]): Expected[] {
  return days.map((day) => ({ count: day.count, mean: Math.max(0.001, meanOf(baseline, day)) }));
}

/** The usual share of what was collected on a day, scaled by its weekday's habit. */
function meanOf(baseline: readonly DayCount[], { total, weekday }: DayCount): number {
  const share = sum(baseline, 'count') / sum(baseline, 'total');
  return share * total * weekdayFactor(baseline, weekday, share);
}

/** How much more or less than usual this weekday carries, drawn towards 1. */
function weekdayFactor(days: readonly DayCount[], weekday: number, share: number): number {
  const same = days.filter((day) => day.weekday === weekday);
  const doubt = (WEEKS_OF_DOUBT * share * sum(days, 'total')) / days.length;
  return (sum(same, 'count') + doubt) / (share * sum(same, 'total') + doubt || 1);
}

/** The size of the distribution of a new day: its own spread, and how little is known of its mean. */
function predictiveSize(baseline: readonly DayCount[], weekday: number): number {
  const counts = expectedOf(baseline, baseline);
  const size = negativeBinomialSize(counts);
  const floored = counts.map(({ mean }) => Math.max(LEAST_EXPECTED, mean));
  const means = floored.reduce((all, mean) => all + mean, 0);
  const variance = floored.reduce((all, mean) => all + mean + (mean * mean) / size, 0);
  const ofOneDay = (variance / (means * means)) * counts.length;
  const same = baseline.filter((day) => day.weekday === weekday).length;
  const ofMean = ofOneDay * (1 / counts.length + same / (same + WEEKS_OF_DOUBT) ** 2);
  return 1 / (1 / size + ofMean);
}

const sum = (days: readonly DayCount[], what: 'count' | 'total'): number =>
  days.reduce((all, day) => all + day[what], 0);
