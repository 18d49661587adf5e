import type { Question } from './compile-question.ts';
import { type Counts, emptyCounts, widthOf } from './count-articles.ts';
import { cutDays } from './cut-days.ts';
import type { DaySheet } from './day-sheet.ts';

/** A story's series are remembered as bits, so many at a time: denominators below, numerators so many places above. */
const BITS = 15;
const ALL = (1 << BITS) - 1;
/** So many stories are remembered at a time, at 12 bytes each; more take another pass. */
const STORIES_AT_ONCE = 1 << 24;
/** What is remembered of a story: when it was met last, its bits in that bucket, and its bits in all buckets. */
const FIELDS = 3;

/** Distinct stories in each bucket, and in all of them together: one that goes on over several counts once there. */
export interface StoryCounts {
  slots: Counts;
  whole: Counts;
}

/** Counts distinct stories. Where series are labels, denominators stand at place 0 of a bucket. */
export function countStories(
  days: readonly DaySheet[],
  limits: readonly number[],
  question: Question,
): StoryCounts {
  const width = widthOf(question);
  const counts = { slots: emptyCounts(width * (limits.length - 1)), whole: emptyCounts(width) };
  const { least, most } = storiesOf(days);
  for (let series = 0; series < width; series += BITS)
    for (let story = least; story <= most; story += STORIES_AT_ONCE)
      countSome(days, limits, counts, {
        width,
        series,
        story,
        stories: Math.min(STORIES_AT_ONCE, most - story + 1),
        // Articles without a story are all different, and counted with the first stories.
        single: story === least,
        ...bitsOf(question, series),
      });
  return counts;
}

function storiesOf(days: readonly DaySheet[]): { least: number; most: number } {
  let [least, most] = [Number.MAX_SAFE_INTEGER, -1];
  for (const day of days) {
    if (day.mostStory < 0) continue;
    least = Math.min(least, day.leastStory);
    most = Math.max(most, day.mostStory);
  }
  return most < 0 ? { least: 0, most: 0 } : { least, most };
}

interface Part {
  width: number;
  /** The first of the series that are counted now. */
  series: number;
  /** The first of the stories that are counted now, and how many there are. */
  story: number;
  stories: number;
  single: boolean;
  /** Which bits a fact sets: those of its class and of its outlet at once. */
  ofClass: Int32Array;
  ofOutlet: Int32Array;
}

/** A series is either of the outlet or of the class; the other side lets every bit through. */
function bitsOf({ outletSeries, classSeries, isHit, labelSeries }: Question, first: number) {
  const bit = (series: number): number =>
    series >= first && series < first + BITS ? 1 << (series - first) : 0;
  const both = (bits: number): number => bits | (bits << BITS);
  const byOutlet = outletSeries.some((series) => series > 0);
  const ofOutlet = outletSeries.map((series) => (series < 0 ? 0 : byOutlet ? both(bit(series)) : -1));
  const ofClass = classSeries.map((series, known) => {
    if (series < 0) return 0;
    const all = byOutlet ? ALL : bit(series);
    if (isHit[known] === 0) return all;
    if (labelSeries === null) return both(all);
    let hits = 0;
    for (const label of labelSeries[known] ?? []) hits |= bit(label);
    return all | (hits << BITS);
  });
  return { ofClass, ofOutlet };
}

/** Kept from chart to chart: clearing it would take as long as counting. What an earlier chart left is older than `turn`. */
let remembered = new Int32Array(0);
let turn = 1;

/** The number of the first bucket; later ones follow it. Greater than every number before. */
function reserve(stories: number, buckets: number): number {
  if (remembered.length < stories * FIELDS || turn + buckets > 2_147_483_647) {
    remembered = new Int32Array(Math.max(remembered.length, stories * FIELDS));
    turn = 1;
  }
  turn += buckets;
  return turn - buckets;
}

function countSome(
  days: readonly DaySheet[],
  limits: readonly number[],
  { slots, whole }: StoryCounts,
  { width, series, story: firstStory, stories: span, single, ofClass, ofOutlet }: Part,
): void {
  const started = reserve(span, limits.length);
  const marks = remembered;
  cutDays(days, limits, ({ stories, outlets, classes }, slot, from, to) => {
    const [base, now] = [slot * width + series, started + slot];
    for (let at = from; at < to; at += 1) {
      const bits = (ofClass[classes[at] as number] as number) & (ofOutlet[outlets[at] as number] as number);
      if (bits === 0) continue;
      const story = (stories[at] as number) - firstStory;
      if (story < 0 || story >= span) {
        if (!single || (stories[at] as number) >= 0) continue;
        add(slots, base, bits);
        add(whole, series, bits);
        continue;
      }
      const mark = story * FIELDS;
      const met = marks[mark] as number;
      if (met !== now) {
        marks[mark] = now;
        marks[mark + 1] = bits;
        if (met < started) marks[mark + 2] = 0;
        add(slots, base, bits);
      } else {
        const fresh = bits & ~(marks[mark + 1] as number);
        if (fresh === 0) continue;
        marks[mark + 1] = (marks[mark + 1] as number) | fresh;
        add(slots, base, fresh);
      }
      const ever = marks[mark + 2] as number;
      if ((bits & ~ever) === 0) continue;
      marks[mark + 2] = ever | bits;
      add(whole, series, bits & ~ever);
    }
  });
}

/** Counts one more at the place of each bit. */
function add({ denominators, numerators }: Counts, base: number, bits: number): void {
  for (let left = bits & ALL; left !== 0; left &= left - 1)
    (denominators[base + 31 - Math.clz32(left & -left)] as number)++;
  for (let left = bits >>> BITS; left !== 0; left &= left - 1)
    (numerators[base + 31 - Math.clz32(left & -left)] as number)++;
}
