import { isBlind } from './blind.ts';
import type { CutBucket } from './buckets.ts';
import { BASELINE_WINDOWS, type DayCount, judgeSpike, type Spike } from './spikes.ts';

interface Stretch {
  feedId: string;
  from: Date;
  to: Date | null;
}

/** Counts by bucket as the store gives them, and what is known of the feeds. */
export interface CountedBuckets {
  buckets: readonly CutBucket[];
  hits: readonly { slot: number; count: number }[];
  all: readonly { slot: number; count: number }[];
  watched: readonly Stretch[];
  gaps: readonly Stretch[];
  tz: string;
}

/** One subject's counts as spikes are judged by: with weekdays on the viewer's calendar, and gaps. */
export function dayCounts({ buckets, hits, all, watched, gaps, tz }: CountedBuckets): DayCount[] {
  const [hitsAt, allAt] = [hits, all].map((rows) => new Map(rows.map(({ slot, count }) => [slot, count])));
  const weekday = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone: tz });
  return buckets.map((bucket, slot) => ({
    count: hitsAt?.get(slot) ?? 0,
    total: allAt?.get(slot) ?? 0,
    weekday: WEEKDAYS.indexOf(weekday.format(bucket.start)),
    inGap: isBlind(bucket, watched, gaps),
  }));
}

const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

export interface SpikesFound {
  spikes: (Spike & { slot: number })[];
  /** Slots that were judged, those in gaps, and those with too short a history to be judged. */
  judged: number;
  blind: number;
  withoutHistory: number;
}

/** No count below so many times the mean before it is a spike; such slots need no distribution fitted. */
const WORTH_A_LOOK = 1.3;

/** Spikes among the slots from `first` on, each judged by the windows before it, as alerts judge the newest one. */
export function findSpikes(days: readonly DayCount[], first: number, minimum: number): SpikesFound {
  const found: SpikesFound = { spikes: [], judged: 0, blind: 0, withoutHistory: 0 };
  for (let slot = first; slot < days.length; slot++) {
    const window = days.slice(Math.max(0, slot - BASELINE_WINDOWS), slot + 1);
    const verdict = isOrdinary(window, minimum) ? { kind: 'usual' as const } : judgeSpike(window, minimum);
    switch (verdict.kind) {
      case 'gap':
        found.blind += 1;
        break;
      case 'short-history':
        found.withoutHistory += 1;
        break;
      case 'spike':
        found.judged += 1;
        found.spikes.push({
          slot,
          observed: verdict.observed,
          expected: verdict.expected,
          probability: verdict.probability,
        });
        break;
      case 'usual':
      case 'too-few':
        found.judged += 1;
    }
  }
  return found;
}

/** Whether the last day, though all is known of it, is plainly no more than usual. */
function isOrdinary(window: readonly DayCount[], minimum: number): boolean {
  const today = window.at(-1);
  const before = window.slice(0, -1);
  if (!today || today.inGap || today.count < minimum || before.length < BASELINE_WINDOWS) return false;
  const weekdays = before.filter((day) => !day.inGap && day.total > 0);
  if (weekdays.length < BASELINE_WINDOWS / 2) return false;
  const least = Math.min(
    ...WEEKDAYS.map((_, weekday) => shareOf(weekdays.filter((day) => day.weekday === weekday))),
    shareOf(weekdays),
  );
  return today.count <= WORTH_A_LOOK * least * today.total;
}

function shareOf(days: readonly DayCount[]): number {
  const total = days.reduce((sum, day) => sum + day.total, 0);
  return total === 0 ? Number.POSITIVE_INFINITY : days.reduce((sum, day) => sum + day.count, 0) / total;
}
