import type { Question } from './compile-question.ts';
import type { Counts } from './count-articles.ts';
import { type CountQuery, isLabelDimension } from './trend-queries.ts';

/**
 * Leaves the series with the most articles in the numerator, and says how many others something was collected for.
 * Labels all stay. `countWhole` counts the whole range in one bucket, and is asked only where there are too many.
 */
export function keepLargest(
  { by }: CountQuery,
  question: Question,
  most: number,
  countWhole: () => Counts,
): { question: Question; left: number } {
  if (by === 'none' || isLabelDimension(by) || question.keys.length <= most) return { question, left: 0 };
  const { numerators, denominators } = countWhole();
  const counted = question.keys
    .map((_, place) => place)
    .filter((place) => (denominators[place] ?? 0) > 0)
    .sort(
      (a, b) =>
        (numerators[b] ?? 0) - (numerators[a] ?? 0) || (denominators[b] ?? 0) - (denominators[a] ?? 0),
    );
  const chosen = counted.slice(0, most);
  const placeOf = new Int32Array(question.keys.length).fill(-1);
  for (const [place, before] of chosen.entries()) placeOf[before] = place;
  const moved = (series: number): number => (series < 0 ? -1 : (placeOf[series] ?? -1));
  const byLanguage = by === 'language';
  return {
    question: {
      ...question,
      keys: chosen.map((place) => question.keys[place] ?? ''),
      outletSeries: byLanguage ? question.outletSeries : question.outletSeries.map(moved),
      classSeries: byLanguage ? question.classSeries.map(moved) : question.classSeries,
    },
    left: counted.length - chosen.length,
  };
}
