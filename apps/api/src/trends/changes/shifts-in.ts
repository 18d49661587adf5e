import type { ChangesAnswer } from '@framewatch/contracts';
import type { StoryCell } from '@framewatch/store';
import { equalWeight, type CutBucket, type Shift, shiftBuckets, type ShiftSide } from '@framewatch/trends';
import { filterOf } from '../answer-trend.ts';
import type { AskedChanges } from './answer-changes.ts';
import { searchShifts } from './search-shifts.ts';
import { labelSubjects, openOf, type Subject } from './subjects.ts';

type ShiftsAnswer = Pick<ChangesAnswer, 'shifts' | 'searchedFrom' | 'notJudged'>;

/** Lasting shifts of the frames' shares that lie in the range, all frames judged together. */
export async function shiftsIn(asked: AskedChanges): Promise<ShiftsAnswer> {
  const { query, context, model, from } = asked;
  const now = context.now();
  const buckets = shiftBuckets(query.bucket, query.tz, asked.to < now ? asked.to : now, from);
  const boundaries = [...buckets.map(({ start }) => start), buckets.at(-1)?.end ?? asked.to];
  const filter = filterOf({ ...query, frame: undefined }, model.id, boundaries);
  const [cells, gaps, watched] = await Promise.all([
    context.store.framing.findStoryCells({ ...filter, boundaries }),
    context.store.trends.findGaps(filter),
    context.store.trends.findWatched(filter),
  ]);
  const subjects = labelSubjects(model.seeds, 'frame', query.frame);
  const { found, notJudged } = await searchShifts(
    subjects.map(({ key }) => key),
    cells,
    { buckets, bucket: query.bucket, watched, gaps, now },
  );
  const subjectOf = (key: string): Subject =>
    subjects.find((subject) => subject.key === key) ?? { kind: 'frame', key, name: key };
  return {
    searchedFrom: boundaries[0]?.toISOString() ?? from.toISOString(),
    shifts: found
      .filter(({ slot }) => (buckets[slot]?.start ?? asked.to) >= from)
      .map((shift) => shiftView(asked, subjectOf(shift.key), shift, { buckets, cells }))
      .sort((a, b) => (a.at < b.at ? -1 : 1)),
    notJudged: notJudged.map(({ key, slots, neededSlots, stories, neededStories }) => ({
      subject: subjectOf(key),
      stories,
      neededStories,
      buckets: slots,
      neededBuckets: neededSlots,
    })),
  };
}

interface Searched {
  buckets: readonly CutBucket[];
  cells: readonly StoryCell[];
}

function shiftView(
  asked: AskedChanges,
  subject: Subject,
  shift: Shift,
  { buckets, cells }: Searched,
): ChangesAnswer['shifts'][number] {
  const startOf = (slot: number): Date => buckets[slot]?.start ?? buckets.at(-1)?.end ?? asked.to;
  const side = ({ from, to, hits, n, stories, share, low, high }: ShiftSide) => {
    const range = { from: startOf(from), to: startOf(to) };
    return {
      from: range.from.toISOString(),
      to: range.to.toISOString(),
      numerator: hits,
      denominator: n,
      stories,
      share,
      low,
      high,
      open: { ...openOf(asked, subject, range), scope: 'framing' as const, of: 'articles' as const },
    };
  };
  return {
    subject,
    at: startOf(shift.slot).toISOString(),
    label: buckets[shift.slot]?.label ?? '',
    earliest: startOf(shift.earliest).toISOString(),
    latest: startOf(shift.latest).toISOString(),
    before: side(shift.before),
    after: side(shift.after),
    difference: shift.difference,
    probability: shift.probability,
    falseDiscovery: shift.falseDiscovery,
    sameOutlets: sameOutlets(cells, subject.key, shift),
  };
}

/** Both sides over the outlets that have enough on either: a shift that is gone here came with who is collected. */
function sameOutlets(cells: readonly StoryCell[], frame: string, { before, after }: Shift) {
  const [then, now] = [before, after].map(({ from, to }) => {
    const outlets = new Map<string, { outlet: string; hits: number; n: number }>();
    for (const { slot, outletId, frames, articles } of cells) {
      if (slot < from || slot >= to) continue;
      const known = outlets.get(outletId) ?? { outlet: outletId, hits: 0, n: 0 };
      known.n += articles;
      if (frames.includes(frame)) known.hits += articles;
      outlets.set(outletId, known);
    }
    return [...outlets.values()];
  });
  const enough = new Set(equalWeight(then ?? [])?.outlets);
  const both = new Set(equalWeight((now ?? []).filter(({ outlet }) => enough.has(outlet)))?.outlets);
  const ofBoth = (counts: typeof then) =>
    equalWeight((counts ?? []).filter(({ outlet }) => both.has(outlet)));
  const [a, b] = [ofBoth(then), ofBoth(now)];
  return a && b ? { outlets: both.size, before: a.share, after: b.share } : null;
}
