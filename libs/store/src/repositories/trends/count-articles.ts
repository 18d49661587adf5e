import type { Question } from './compile-question.ts';
import { cutDays } from './cut-days.ts';
import type { DaySheet } from './day-sheet.ts';

/** Counts by bucket and series; a bucket's series stand beside each other. */
export interface Counts {
  numerators: Int32Array;
  denominators: Int32Array;
}

export const emptyCounts = (size: number): Counts => ({
  numerators: new Int32Array(size),
  denominators: new Int32Array(size),
});

/** So many places has each bucket. */
export const widthOf = ({ keys }: Question): number => Math.max(1, keys.length);

/** Counts articles in one pass. Where series are labels, denominators stand at place 0 of a bucket. */
export function countArticles(
  days: readonly DaySheet[],
  limits: readonly number[],
  question: Question,
): Counts {
  const { outletSeries, classSeries, isHit, labelSeries } = question;
  const width = widthOf(question);
  const counts = emptyCounts(width * (limits.length - 1));
  const { numerators, denominators } = counts;
  // Plain loops over typed arrays: this runs once for every fact of the range. One look-up tells series and hit.
  const codes = classSeries.map((series, known) => (series < 0 ? -1 : series * 2 + (isHit[known] as number)));
  cutDays(days, limits, ({ outlets, classes }, slot, from, to) => {
    const first = slot * width;
    for (let at = from; at < to; at += 1) {
      const known = classes[at] as number;
      const code = codes[known] as number;
      if (code < 0) continue;
      const outlet = outletSeries[outlets[at] as number] as number;
      // An outlet that was added since the outlets were read has no place.
      if (!(outlet >= 0)) continue;
      const place = first + (code >> 1) + outlet;
      (denominators[place] as number)++;
      if ((code & 1) === 0) continue;
      if (labelSeries === null) (numerators[place] as number)++;
      else addLabels(numerators, first, labelSeries[known] as readonly number[]);
    }
  });
  return counts;
}

function addLabels(numerators: Int32Array, first: number, labels: readonly number[]): void {
  for (let at = 0; at < labels.length; at += 1) (numerators[first + (labels[at] as number)] as number)++;
}
