import type { ChangesAnswer } from '@framewatch/contracts';
import type { CountRow } from '@framewatch/store';
import {
  BASELINE_WINDOWS,
  type CutBucket,
  cutBuckets,
  dayCounts,
  findSpikes,
  SPIKE_BELOW,
} from '@framewatch/trends';
import { filterOf } from '../answer-trend.ts';
import type { AskedChanges } from './answer-changes.ts';
import { labelSubjects, openOf, type Subject } from './subjects.ts';

type SpikesAnswer = Pick<ChangesAnswer, 'spikes' | 'looks' | 'spikesByChance' | 'blind' | 'withoutHistory'>;

/** A subject's stories by bucket. */
interface Counted {
  subject: Subject;
  hits: CountRow[];
}

/** Spikes of the beat and of each of its topics and frames, in stories, as alerts count them. */
export async function spikesIn(asked: AskedChanges): Promise<SpikesAnswer> {
  const { query, context, model } = asked;
  const buckets = withHistory(asked);
  const first = buckets.findIndex(({ start }) => start >= asked.from);
  const boundaries = [...buckets.map(({ start }) => start), asked.to];
  const filter = filterOf(query, model.id, boundaries);
  const { trends } = context.store;
  const [counted, all, gaps, watched] = await Promise.all([
    countSubjects(asked, boundaries),
    trends.countDenominators({ ...filter, chart: 'coverage', by: 'none', of: 'stories', boundaries }),
    trends.findGaps(filter),
    trends.findWatched(filter),
  ]);
  const now = context.now();
  const found = counted.map(({ subject, hits }) => {
    const days = dayCounts({ buckets, hits, all, gaps, watched, tz: query.tz });
    // What has not begun yet is no quiet day.
    const begun = days.slice(0, buckets.filter(({ start }) => start < now).length);
    return { subject, ...findSpikes(begun, first, query.minimum) };
  });
  const looks = found.reduce((sum, { judged }) => sum + judged, 0);
  return {
    spikes: found
      .flatMap(({ subject, spikes }) =>
        spikes.flatMap(({ slot, ...spike }) => {
          const bucket = buckets[slot];
          return bucket ? [spikeView(asked, subject, bucket, spike)] : [];
        }),
      )
      .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : a.probability - b.probability)),
    looks,
    spikesByChance: looks * SPIKE_BELOW,
    blind: found[0]?.blind ?? 0,
    withoutHistory: found[0]?.withoutHistory ?? 0,
  };
}

/** The buckets of the range, with those before it that make the first one's baseline. */
function withHistory({ query, from, to }: AskedChanges): CutBucket[] {
  const stepMs = { day: 86_400_000, week: 7 * 86_400_000 }[query.bucket];
  return cutBuckets(new Date(from.getTime() - BASELINE_WINDOWS * stepMs), to, query.bucket, query.tz);
}

async function countSubjects(
  { query, context, model }: AskedChanges,
  boundaries: Date[],
): Promise<Counted[]> {
  const { trends } = context.store;
  const filter = filterOf(query, model.id, boundaries);
  const asking = { ...filter, chart: 'coverage' as const, of: 'stories' as const, boundaries };
  const [beat, topics, frames] = await Promise.all([
    trends.countNumerators({ ...asking, by: 'none' }),
    trends.countNumerators({ ...asking, by: 'topic' }),
    trends.countNumerators({ ...asking, by: 'frame' }),
  ]);
  const isNarrow = query.topic !== undefined || query.frame !== undefined;
  const labels = (kind: 'topic' | 'frame', rows: CountRow[]): Counted[] =>
    labelSubjects(model.seeds, kind, query[kind]).map((subject) => ({
      subject,
      hits: rows.filter(({ key }) => key === subject.key),
    }));
  return [
    ...(isNarrow
      ? []
      : [
          {
            subject: { kind: 'beat' as const, key: '', name: model.seeds.name['en'] ?? query.beat },
            hits: beat,
          },
        ]),
    ...labels('topic', topics),
    ...labels('frame', frames),
  ];
}

function spikeView(
  asked: AskedChanges,
  subject: Subject,
  bucket: CutBucket,
  spike: { observed: number; expected: number; probability: number },
): ChangesAnswer['spikes'][number] {
  const [from, to] = [bucket.start, bucket.end];
  return {
    subject,
    start: from.toISOString(),
    end: to.toISOString(),
    label: bucket.label,
    incomplete: to > asked.context.now(),
    ...spike,
    open: { ...openOf(asked, subject, { from, to }), scope: 'relevant', of: 'stories' },
  };
}
