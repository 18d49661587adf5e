import type { Question } from './compile-question.ts';
import type { Counts } from './count-articles.ts';
import { cutDays } from './cut-days.ts';
import type { DaySheet } from './day-sheet.ts';

/** A story's series are remembered as bits of one integer, so many at a time. */
const BITS = 31;
const NO_LABELS = new Int32Array(0);

/** Counts distinct stories. Where series are labels, denominators stand at place 0 of a bucket. */
export function countStories(
  days: readonly DaySheet[],
  limits: readonly number[],
  question: Question,
): Counts {
  const width = Math.max(1, question.keys.length);
  const size = width * (limits.length - 1);
  const counts = { numerators: new Int32Array(size), denominators: new Int32Array(size) };
  const marks = new StoryMarks(days);
  const isLabels = question.labelSeries !== null;
  for (let first = 0; first < width; first += BITS)
    tell(days, limits, question, marks, counts.numerators, 2, seriesBits(question, first, isLabels), first);
  for (let first = 0; first < (isLabels ? 1 : width); first += BITS)
    tell(days, limits, question, marks, counts.denominators, 1, seriesBits(question, first, false), first);
  return counts;
}

/** Which bits a fact sets, by its class and its outlet; the two are shifted by one another where one is no series. */
interface SeriesBits {
  ofClass: Int32Array;
  /** By outlet: whether it is wanted, and where its series are outlets, which bit stands for all its classes. */
  ofOutlet: Int32Array;
}

function seriesBits(
  { outletSeries, classSeries, labelSeries }: Question,
  first: number,
  labels: boolean,
): SeriesBits {
  const bit = (series: number): number =>
    series >= first && series < first + BITS ? 1 << (series - first) : 0;
  const byOutlet = outletSeries.some((series) => series > 0);
  const ofClass = classSeries.map((series, known) => {
    if (series < 0) return 0;
    if (labels) return (labelSeries?.[known] ?? NO_LABELS).reduce((bits, label) => bits | bit(label), 0);
    return byOutlet ? -1 : bit(series);
  });
  const ofOutlet = outletSeries.map((series) => (series < 0 ? 0 : byOutlet ? bit(series) : -1));
  return { ofClass, ofOutlet };
}

function tell(
  days: readonly DaySheet[],
  limits: readonly number[],
  { keys, standing }: Question,
  marks: StoryMarks,
  counts: Int32Array,
  leastStanding: 1 | 2,
  { ofClass, ofOutlet }: SeriesBits,
  first: number,
): void {
  const width = Math.max(1, keys.length);
  const { stamps, bits } = marks;
  const stampOf = marks.reserve(limits.length);
  cutDays(days, limits, ({ stories, outlets, classes }, slot, from, to) => {
    const [stamp, base] = [stampOf + slot, slot * width + first];
    for (let at = from; at < to; at += 1) {
      const known = classes[at] as number;
      if ((standing[known] as number) < leastStanding) continue;
      let fresh = (ofClass[known] as number) & ((ofOutlet[outlets[at] as number] as number) | 0);
      if (fresh === 0) continue;
      const story = stories[at] as number;
      if (story >= 0) {
        const seen = stamps[story] === stamp ? (bits[story] as number) : 0;
        fresh &= ~seen;
        if (fresh === 0) continue;
        stamps[story] = stamp;
        bits[story] = seen | fresh;
      }
      for (; fresh !== 0; fresh &= fresh - 1) (counts[base + 31 - Math.clz32(fresh & -fresh)] as number)++;
    }
  });
}

/** What was seen of each story in the bucket that is being counted: a stamp tells of which bucket the bits are. */
class StoryMarks {
  readonly stamps: Int32Array;
  readonly bits: Int32Array;
  private next = 1;
  constructor(days: readonly DaySheet[]) {
    let most = 0;
    for (const { stories } of days)
      for (let at = 0; at < stories.length; at += 1)
        if ((stories[at] as number) > most) most = stories[at] as number;
    this.stamps = new Int32Array(most + 1);
    this.bits = new Int32Array(most + 1);
  }
  /** Stamps that nobody used before, one for each bucket. */
  reserve(count: number): number {
    this.next += count;
    return this.next - count;
  }
}
