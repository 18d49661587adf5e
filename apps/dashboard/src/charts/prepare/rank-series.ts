import type { TrendSeries } from '@framewatch/contracts';

/** Most lines that one chart draws at first; the others wait in the legend. */
const shownAtFirst = 4;

/** The series by their share of the whole period, largest first; equal shares in the order of the beat. */
export function rankSeries(series: readonly TrendSeries[]): TrendSeries[] {
  return [...series].sort((a, b) => (b.total.share ?? -1) - (a.total.share ?? -1));
}

/** The keys to draw: the ones chosen by hand, otherwise the leading ones. */
export function shownKeys(ranked: readonly TrendSeries[], chosen: readonly string[] | null): string[] {
  if (chosen) return ranked.map(({ key }) => key).filter((key) => chosen.includes(key));
  return ranked
    .filter(({ total }) => total.numerator > 0)
    .slice(0, shownAtFirst)
    .map(({ key }) => key);
}
