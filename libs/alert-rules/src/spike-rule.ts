import type { AlertRuleConfig, WhyPart } from '@framewatch/contracts';
import {
  BASELINE_WINDOWS,
  type CutBucket,
  cutBuckets,
  findSpike,
  isBlind,
  type Spike,
} from '@framewatch/trends';
import type { Subject } from './watched-subjects.ts';
import {
  type Arrival,
  arrivedBefore,
  boundariesOf,
  perSlot,
  type Window,
  type WindowSource,
} from './windows.ts';

export type SpikeRule = Extract<AlertRuleConfig, { on: 'spike' }>;

const STEPS_MS = { hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000 };

/** The windows of [from, to] and those before them that make the baseline of the first. The last holds `to`. */
export function spikeWindows(
  { window }: Pick<SpikeRule, 'window'>,
  from: Date,
  to: Date,
  timeZone: string,
): CutBucket[] {
  // One more than the baseline has: days of 23 hours must not leave one out.
  const first = new Date(from.getTime() - (BASELINE_WINDOWS + 1) * STEPS_MS[window]);
  return cutBuckets(first, new Date(to.getTime() + 1), window, timeZone);
}

/** What is known of a subject over windows, of which those from `live` on are looked at as they come. */
export interface SpikeCounts {
  windows: readonly Window[];
  hits: readonly number[];
  totals: readonly number[];
  blind: readonly boolean[];
  arrivedHits: readonly Arrival[];
  arrived: readonly Arrival[];
  /** Of each window, on the viewer's calendar: 0 Sunday to 6 Saturday. */
  weekdays: readonly number[];
}

/** Asks for the counts of one subject. `live`: the first window that may hold a spike; those before are baseline alone. */
export async function gatherSpikeCounts(
  { trends, ruleHistory }: WindowSource,
  subject: Subject & { modelId: string },
  windows: readonly Window[],
  { live, binMs, timeZone }: { live: number; binMs: number; timeZone: string },
): Promise<SpikeCounts> {
  const boundaries = boundariesOf(windows);
  const [from, to] = [boundaries[0] ?? new Date(0), boundaries.at(-1) ?? new Date(0)];
  const filter = { ...subject, from, to };
  const query = {
    ...filter,
    chart: 'coverage' as const,
    by: 'none' as const,
    of: 'stories' as const,
    boundaries,
  };
  const looked = boundaries.slice(live);
  const [hits, totals, gaps, watched, arrived] = await Promise.all([
    trends.countNumerators(query),
    trends.countDenominators(query),
    trends.findGaps(filter),
    trends.findWatched(filter),
    ruleHistory.findStoryArrivals({ ...filter, from: looked[0] ?? from, boundaries: looked, binMs }),
  ]);
  const shifted = (list: Arrival[]): Arrival[] => list.map((one) => ({ ...one, slot: one.slot + live }));
  return {
    windows,
    hits: perSlot(hits, windows.length),
    totals: perSlot(totals, windows.length),
    blind: windows.map((window) => isBlind(window, watched, gaps)),
    arrivedHits: shifted(arrived.hits),
    arrived: shifted(arrived.all),
    weekdays: windows.map((window) => weekdayOf(window, timeZone)),
  };
}

/** The spike in one window, by what was seen before an instant; or null. */
export function spikeIn(counts: SpikeCounts, slot: number, until: Date, minimum: number): Spike | null {
  const days = counts.windows.slice(Math.max(0, slot - BASELINE_WINDOWS), slot + 1).map((_window, i, all) => {
    const at = slot - all.length + 1 + i;
    const isNow = at === slot;
    return {
      count: isNow ? arrivedBefore(counts.arrivedHits, slot, until) : (counts.hits[at] ?? 0),
      total: isNow ? arrivedBefore(counts.arrived, slot, until) : (counts.totals[at] ?? 0),
      weekday: counts.weekdays[at] ?? 0,
      inGap: counts.blind[at] ?? true,
    };
  });
  return findSpike(days, minimum);
}

/** The day of the week on the viewer's calendar, 0 Sunday to 6 Saturday. */
function weekdayOf({ start }: Window, timeZone: string): number {
  const name = new Intl.DateTimeFormat('en', { weekday: 'short', timeZone }).format(start);
  return ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(name);
}

/** When a rule would have seen a spike first, in each window from `live` on: as articles came, up to the window's end. */
export function replaySpikes(
  counts: SpikeCounts,
  { live, binMs, minimum, now }: { live: number; binMs: number; minimum: number; now: Date },
): { slot: number; at: Date; spike: Spike }[] {
  return counts.windows.flatMap(({ end }, slot) => {
    if (slot < live) return [];
    for (const at of ticksOf(counts.arrivedHits, slot, binMs)) {
      if (at >= end || at > now) return [];
      if (!mayBeSpike(counts, slot, at)) continue;
      const spike = spikeIn(counts, slot, at, minimum);
      if (spike) return [{ slot, at, spike }];
    }
    return [];
  });
}

/**
 * Whether a count is worth the full judgement, which takes milliseconds: it lies two standard deviations of a Poisson
 * count above the mean of the baseline, or of its same weekdays, without the highest tenth. A spike lies above three.
 */
function mayBeSpike(counts: SpikeCounts, slot: number, until: Date): boolean {
  const from = Math.max(0, slot - BASELINE_WINDOWS);
  const days = counts.totals
    .slice(from, slot)
    .map((total, i) => ({
      total,
      hits: counts.hits[from + i] ?? 0,
      isSame: counts.weekdays[from + i] === counts.weekdays[slot],
    }))
    .filter(({ total }) => total > 0)
    .sort((a, b) => a.hits / a.total - b.hits / b.total);
  const kept = days.slice(0, Math.ceil(days.length * 0.9));
  const shareOf = (some: typeof kept): number =>
    some.reduce((sum, day) => sum + day.hits, 0) / (some.reduce((sum, day) => sum + day.total, 0) || 1);
  const share = Math.min(shareOf(kept), shareOf(kept.filter(({ isSame }) => isSame)));
  const mean = share * arrivedBefore(counts.arrived, slot, until);
  return arrivedBefore(counts.arrivedHits, slot, until) > mean + 2 * Math.sqrt(mean);
}

/** Only another hit can make a spike; the rest of the coverage makes it less of one. */
const ticksOf = (hits: readonly Arrival[], slot: number, binMs: number): Date[] =>
  [...new Set(hits.filter((one) => one.slot === slot).map(({ at }) => at.getTime()))]
    .sort((a, b) => a - b)
    .map((at) => new Date(at + binMs));

/** Why it is one. */
export function whySpike(subject: Subject, { label }: Pick<Window, 'label'>, spike: Spike): WhyPart {
  return { code: 'spike', subject: subject.topic ?? subject.frame ?? null, window: label, ...spike };
}
