import { isBlind } from './blind.ts';
import type { CutBucket } from './buckets.ts';
import { upperTail } from './dispersion.ts';
import { BASELINE_WINDOWS, type DayCount, judgeSpike, type Spike, SPIKE_BELOW } from './spikes.ts';

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

/** A baseline without its outliers may lie so much lower than the plain one. */
const LOWEST_BASELINE = 0.8;

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

/**
 * Whether the last day, though all is known of it, is plainly no spike: not even if counts varied by chance alone around
 * the lowest mean that any way of looking gives. Spares fitting a distribution to nearly every day.
 */
function isOrdinary(window: readonly DayCount[], minimum: number): boolean {
  const today = window.at(-1);
  if (!today || today.inGap || today.count < minimum) return false;
  const before = window.slice(0, -1).filter((day) => !day.inGap && day.total > 0);
  if (before.length < BASELINE_WINDOWS / 2) return false;
  const daily = before.map(({ count, total }) => count / total).sort((a, b) => a - b);
  const lowest = Math.min(
    daily[Math.floor(daily.length / 2)] ?? 0,
    shareOf(before),
    shareOf(before.filter(({ weekday }) => weekday === today.weekday)),
  );
  return (
    upperTail(today.count, LOWEST_BASELINE * lowest * today.total, Number.POSITIVE_INFINITY) >= SPIKE_BELOW
  );
}

function shareOf(days: readonly DayCount[]): number {
  const total = days.reduce((sum, day) => sum + day.total, 0);
  return total === 0 ? Number.POSITIVE_INFINITY : days.reduce((sum, day) => sum + day.count, 0) / total;
}
