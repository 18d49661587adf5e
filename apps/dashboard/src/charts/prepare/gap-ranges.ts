import type { TrendAnswer } from '@framewatch/contracts';

/** Buckets in a row that miss the same feeds. `first` and `last` are indices, both included. */
export interface GapRange {
  first: number;
  last: number;
  /** Names of the outlets that were not reached, each once. */
  outlets: string[];
  /** True where no feed at all was reached. */
  blind: boolean;
}

/** One outlet's absence, for the line of text under a chart. `to` is null while it goes on. */
export interface NamedGap {
  outlet: string;
  from: string;
  to: string | null;
  reason: string;
  feeds: number;
}

/** Joins neighbouring buckets that miss the same outlets, so that a gap is shaded once and named once. */
export function gapRanges(answer: Pick<TrendAnswer, 'buckets' | 'gaps'>): GapRange[] {
  const ranges: GapRange[] = [];
  answer.buckets.forEach((bucket, index) => {
    const names = bucket.gaps.flatMap((gap) => answer.gaps[gap]?.outlet ?? []);
    const outlets = [...new Set(names)].sort();
    if (outlets.length === 0 && !bucket.blind) return;
    const before = ranges.at(-1);
    if (before && before.last === index - 1 && isSame(before, outlets, bucket.blind)) before.last = index;
    else ranges.push({ first: index, last: index, outlets, blind: bucket.blind });
  });
  return ranges;
}

/** The gaps of the period by outlet: several feeds of one outlet that overlap are told once. Newest first. */
export function namedGaps(answer: Pick<TrendAnswer, 'gaps'>): NamedGap[] {
  const named: NamedGap[] = [];
  const sorted = [...answer.gaps].sort((a, b) => a.from.localeCompare(b.from));
  for (const gap of sorted) {
    const known = named.find((one) => one.outlet === gap.outlet && (one.to === null || gap.from <= one.to));
    if (!known) {
      named.push({ outlet: gap.outlet, from: gap.from, to: gap.to, reason: gap.reason, feeds: 1 });
      continue;
    }
    known.feeds += 1;
    known.to = known.to === null || gap.to === null ? null : gap.to > known.to ? gap.to : known.to;
  }
  return named.reverse();
}

function isSame(range: GapRange, outlets: readonly string[], blind: boolean): boolean {
  return range.blind === blind && range.outlets.join('\n') === outlets.join('\n');
}
