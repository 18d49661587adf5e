/** A count and the mean that was expected of it. */
export interface Expected {
  count: number;
  mean: number;
}

/** Above this size the negative binomial is a Poisson distribution to any eye. */
const NO_SPREAD_FROM = 10_000;
const LEAST_SIZE = 0.001;

/**
 * The negative binomial's size k (variance = mean + mean² / k) of counts around their means, by maximum likelihood
 * (Bliss and Fisher 1953, Biometrics 9:176); Infinity where counts vary no more than chance alone makes them.
 */
export function negativeBinomialSize(counts: readonly Expected[]): number {
  // Nothing but zeros tells of no spread.
  if (counts.every(({ count }) => count === 0)) return Number.POSITIVE_INFINITY;
  if (slope(counts, NO_SPREAD_FROM) >= 0) return Number.POSITIVE_INFINITY;
  let [low, high] = [LEAST_SIZE, NO_SPREAD_FROM];
  // Halving on the log scale: 60 steps go far below the precision of any count.
  for (let step = 0; step < 60; step++) {
    const middle = Math.sqrt(low * high);
    if (slope(counts, middle) > 0) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}

/** The slope of the log-likelihood at size k: above zero where a larger k fits better. */
function slope(counts: readonly Expected[], k: number): number {
  let sum = 0;
  for (const { count, mean } of counts) {
    for (let j = 0; j < count; j++) sum += 1 / (k + j);
    sum += 1 - (count + k) / (k + mean) - Math.log1p(mean / k);
  }
  return sum;
}

/** P(X >= x) of a negative binomial with mean mu and size k (Poisson for infinite k), summed from below. */
export function upperTail(x: number, mu: number, k: number): number {
  const poisson = !Number.isFinite(k);
  // In logarithms: the first terms of a large mean are smaller than any number.
  let logTerm = poisson ? -mu : -k * Math.log1p(mu / k);
  let below = 0;
  for (let i = 0; i < x; i += 1) {
    below += Math.exp(logTerm);
    logTerm += poisson ? Math.log(mu / (i + 1)) : Math.log(((i + k) / (i + 1)) * (mu / (k + mu)));
  }
  return below < 0.9 ? 1 - below : tailFrom(x, logTerm, mu, k);
}

/** The tail itself, added up from x on: what is left of 1 after a sum from below would drown in rounding. */
function tailFrom(x: number, firstLog: number, mu: number, k: number): number {
  let logTerm = firstLog;
  let sum = 0;
  for (let i = x; ; i += 1) {
    const term = Math.exp(logTerm);
    sum += term;
    if (i > mu && term <= sum * 1e-12) return Math.min(1, sum);
    logTerm += Number.isFinite(k) ? Math.log(((i + k) / (i + 1)) * (mu / (k + mu))) : Math.log(mu / (i + 1));
  }
}
