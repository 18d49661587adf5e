import type { Question } from './compile-question.ts';
import { cutDays } from './cut-days.ts';
import type { DaySheet } from './day-sheet.ts';

/** Counts by bucket and series; a bucket's series stand beside each other. */
export interface Counts {
  numerators: Int32Array;
  denominators: Int32Array;
}

/** Counts articles in one pass. Where series are labels, denominators stand at place 0 of a bucket. */
export function countArticles(
  days: readonly DaySheet[],
  limits: readonly number[],
  { keys, outletSeries, classSeries, standing, labelSeries }: Question,
): Counts {
  const width = Math.max(1, keys.length);
  const numerators = new Int32Array(width * (limits.length - 1));
  const denominators = new Int32Array(numerators.length);
  cutDays(days, limits, ({ outlets, classes }, slot, from, to) => {
    const first = slot * width;
    for (let at = from; at < to; at += 1) {
      const known = classes[at] as number;
      const [stands, series] = [standing[known], classSeries[known] as number];
      const outlet = outletSeries[outlets[at] as number] as number;
      if (stands === 0 || series < 0 || !(outlet >= 0)) continue;
      const place = first + series + outlet;
      (denominators[place] as number)++;
      if (stands !== 2) continue;
      if (labelSeries === null) (numerators[place] as number)++;
      else for (const label of labelSeries[known] as Int32Array) (numerators[first + label] as number)++;
    }
  });
  return { numerators, denominators };
}
