import type { Interval } from './intervals.ts';
import { seededRandom } from './random.ts';

const ROUNDS = 1_000;
const SEED = 20_260;
/** Draws that must have a figure for an interval to be given. */
const MIN_DRAWS = 0.9;

/**
 * The percentile bootstrap interval, 95 %, of a figure over articles (Efron and Tibshirani 1993, chapter 13): whole
 * articles are drawn again, so that what stands in one article stays together. Null where too many draws have no figure.
 */
export function bootstrap<Article>(
  articles: readonly Article[],
  figure: (drawn: readonly Article[]) => number | null,
): Interval | null {
  const random = seededRandom(SEED);
  const figures: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const drawn = articles.map(() => articles[Math.floor(random() * articles.length)]!);
    const value = figure(drawn);
    if (value !== null) figures.push(value);
  }
  if (articles.length === 0 || figures.length < MIN_DRAWS * ROUNDS) return null;
  figures.sort((a, b) => a - b);
  const at = (share: number): number =>
    figures[Math.min(figures.length - 1, Math.floor(share * figures.length))]!;
  return { low: at(0.025), high: at(0.975) };
}
