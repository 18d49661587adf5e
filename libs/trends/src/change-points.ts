/** Something that happened once, where in the series, and how much of it was a hit (0 to 1). */
export interface Unit {
  at: number;
  value: number;
}

/** The likeliest place of one change in a stretch [from, to) of a series, and how often chance makes one as clear. */
export interface ChangePoint {
  from: number;
  to: number;
  /** The first place of the new level. */
  at: number;
  /** Other places that the data allow (within 1.92 of the largest log-likelihood). */
  earliest: number;
  latest: number;
  probability: number;
}

export interface ChangeSearch {
  /** Neither side of a change may be shorter. */
  minimumLength: number;
  /** Neither side may hold fewer units. */
  minimumUnits: number;
  /** Permutations at most; fewer where units are so many that they would take seconds. */
  draws: number;
  random: () => number;
}

/** A stretch with a change this sure is searched again on either side of it. */
const SPLIT_BELOW = 0.05;
/** After so many permutations as clear as the data, chance is proven (Besag and Clifford 1991, Biometrika 78:301). */
const ENOUGH_EXCEEDED = 10;
const MOST_WORK = 8_000_000;
const FEWEST_DRAWS = 299;
/** Half the 95 % quantile of chi-squared with one degree of freedom. */
const PROFILE_DROP = 1.92;

/**
 * Every stretch of a series of `length` places that was searched for a change of level, the whole first: binary
 * segmentation (Vostrikova 1981) with the binomial likelihood ratio, tested by permuting whole units, so that no
 * distribution is assumed and a unit told often counts once. Chance ones are among the answers: the caller, who knows
 * how many series were searched, says which to believe. Units have to be in the order of their places.
 */
export function searchChanges(
  units: readonly Unit[],
  length: number,
  search: ChangeSearch,
  from = 0,
): ChangePoint[] {
  const best = findChange(units, from, from + length, search);
  if (!best) return [];
  if (best.probability >= SPLIT_BELOW) return [best];
  const before = units.filter(({ at }) => at < best.at);
  const after = units.slice(before.length);
  return [
    best,
    ...searchChanges(before, best.at - from, search, from),
    ...searchChanges(after, from + length - best.at, search, best.at),
  ];
}

function findChange(
  units: readonly Unit[],
  from: number,
  to: number,
  search: ChangeSearch,
): ChangePoint | null {
  const splits = splitsOf(units, from, to, search);
  if (splits.length === 0) return null;
  const values = Float64Array.from(units, ({ value }) => value);
  const ratios = likelihoodRatios(values, splits);
  const largest = Math.max(...ratios);
  const allowed = splits.filter((_, i) => (ratios[i] ?? 0) >= largest - PROFILE_DROP);
  return {
    from,
    to,
    at: splits[ratios.indexOf(largest)]?.at ?? from,
    earliest: allowed[0]?.at ?? from,
    latest: allowed.at(-1)?.at ?? to,
    probability: chanceOfLargest(values, splits, largest, search),
  };
}

interface Split {
  at: number;
  /** Units before it. */
  units: number;
}

function splitsOf(
  units: readonly Unit[],
  from: number,
  to: number,
  { minimumLength, minimumUnits }: ChangeSearch,
): Split[] {
  const splits: Split[] = [];
  let before = 0;
  for (let at = from + minimumLength; at <= to - minimumLength; at++) {
    while (before < units.length && (units[before]?.at ?? to) < at) before += 1;
    if (before >= minimumUnits && units.length - before >= minimumUnits) splits.push({ at, units: before });
  }
  return splits;
}

/** For each split the log-likelihood of two levels over that of one. */
function likelihoodRatios(values: Float64Array, splits: readonly Split[]): number[] {
  const whole = values.reduce((sum, value) => sum + value, 0);
  const one = logLikelihood(whole, values.length);
  let hits = 0;
  let seen = 0;
  return splits.map(({ units }) => {
    for (; seen < units; seen++) hits += values[seen] ?? 0;
    return logLikelihood(hits, units) + logLikelihood(whole - hits, values.length - units) - one;
  });
}

function logLikelihood(hits: number, n: number): number {
  const share = hits / n;
  return share <= 0 || share >= 1 ? 0 : hits * Math.log(share) + (n - hits) * Math.log(1 - share);
}

function chanceOfLargest(
  values: Float64Array,
  splits: readonly Split[],
  largest: number,
  { draws, random }: ChangeSearch,
): number {
  const shuffled = Float64Array.from(values);
  const most = Math.min(draws, Math.max(FEWEST_DRAWS, Math.floor(MOST_WORK / values.length)));
  let exceeded = 0;
  for (let draw = 1; draw <= most; draw++) {
    shuffle(shuffled, random);
    // A hair's breadth below, for sums in another order differ in their last bits.
    if (Math.max(...likelihoodRatios(shuffled, splits)) >= largest - 1e-9) exceeded += 1;
    if (exceeded === ENOUGH_EXCEEDED) return exceeded / draw;
  }
  return (exceeded + 1) / (most + 1);
}

/** Fisher and Yates. */
function shuffle(values: Float64Array, random: () => number): void {
  for (let i = values.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const value = values[i] ?? 0;
    values[i] = values[j] ?? 0;
    values[j] = value;
  }
}
