/** One day's count and what it is a share of. */
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

/** Fewer usable days than this make no baseline. */
const FEWEST_DAYS = 14;
/** Alert level: about one false alarm in three years of days. */
const ALERT_BELOW = 0.001;

/**
 * Whether the last day's count is a spike against the days before: a negative binomial baseline whose mean is the
 * usual share of what was collected that day, scaled by the weekday's habit, with dispersion by moments.
 * Null where the day or the baseline lies in a gap, the baseline is short, or nothing is unusual.
 */
export function findSpike(days: DayCount[], minimum: number): Spike | null {
  const today = days.at(-1);
  if (!today || today.inGap || today.count < minimum) return null;
  const before = days.slice(0, -1).filter((day) => !day.inGap && day.total > 0);
  if (before.length < FEWEST_DAYS) return null;
  const share = sum(before.map((d) => d.count)) / sum(before.map((d) => d.total));
  const factor = weekdayFactor(before, today.weekday, share);
  const expected = Math.max(0.1, share * factor * today.total);
  const probability = upperTail(today.count, expected, dispersion(before, share));
  return probability < ALERT_BELOW ? { observed: today.count, expected, probability } : null;
}

/** How much more or less than usual this weekday carries, drawn towards 1 by four weeks' worth of doubt. */
function weekdayFactor(days: DayCount[], weekday: number, share: number): number {
  const same = days.filter((d) => d.weekday === weekday);
  const observed = sum(same.map((d) => d.count));
  const expected = share * sum(same.map((d) => d.total));
  const doubt = 4 * share * (sum(days.map((d) => d.total)) / days.length);
  return (observed + doubt) / (expected + doubt || 1);
}

/** Size parameter of the negative binomial by moments; Infinity (Poisson) where counts vary no more than chance. */
function dispersion(days: DayCount[], share: number): number {
  const excess = days.map((d) => {
    const mu = share * d.total;
    return { mu2: mu * mu, over: (d.count - mu) ** 2 - mu };
  });
  const over = sum(excess.map((e) => e.over));
  return over <= 0 ? Number.POSITIVE_INFINITY : sum(excess.map((e) => e.mu2)) / over;
}

/** P(X >= x) of a negative binomial with mean mu and size r (Poisson for infinite r), summed from below. */
export function upperTail(x: number, mu: number, r: number): number {
  const poisson = !Number.isFinite(r);
  let term = poisson ? Math.exp(-mu) : (r / (r + mu)) ** r;
  let below = 0;
  for (let k = 0; k < x; k += 1) {
    below += term;
    term *= poisson ? mu / (k + 1) : ((k + r) / (k + 1)) * (mu / (r + mu));
  }
  return Math.max(0, 1 - below);
}

const sum = (values: number[]): number => values.reduce((a, b) => a + b, 0);
