import type { AlertRuleConfig, WhyPart } from '@framewatch/contracts';
import { type CutBucket, cutBuckets, isBlind, twoProportionZ } from '@framewatch/trends';
import type { Subject } from './watched-subjects.ts';
import {
  type Arrival,
  arrivedBefore,
  boundariesOf,
  perSlot,
  type Window,
  type WindowSource,
} from './windows.ts';

export type ShiftRule = Extract<AlertRuleConfig, { on: 'framing-shift' }>;

const STEPS_MS = { day: 86_400_000, week: 7 * 86_400_000 };
/** A window is compared with so many before it, taken together. */
const BEFORE = 8;
/** Two-sided z of .001: a shift that chance makes once in a thousand looks. */
const SHIFT_Z = 3.29;

/** The windows of [from, to] and those before them that the first is compared with. The last holds `to` and is under way. */
export function shiftWindows(
  { window }: Pick<ShiftRule, 'window'>,
  from: Date,
  to: Date,
  timeZone: string,
): CutBucket[] {
  const first = new Date(from.getTime() - (BEFORE + 1) * STEPS_MS[window]);
  return cutBuckets(first, new Date(to.getTime() + 1), window, timeZone);
}

/** What is known of the frames of a subject over windows. */
export interface ShiftCounts {
  windows: readonly Window[];
  hits: ReadonlyMap<string, readonly number[]>;
  totals: readonly number[];
  isBlind(window: { start: Date; end: Date }): boolean;
  arrived: readonly Arrival[];
}

/** Asks for the counts of one subject. `live`: the first window that may hold a shift. */
export async function gatherShiftCounts(
  { trends, ruleHistory }: WindowSource,
  subject: Subject & { modelId: string },
  windows: readonly Window[],
  { live, binMs, frames }: { live: number; binMs: number; frames: readonly string[] },
): Promise<ShiftCounts> {
  const boundaries = boundariesOf(windows);
  const [from, to] = [boundaries[0] ?? new Date(0), boundaries.at(-1) ?? new Date(0)];
  const filter = { ...subject, from, to };
  const query = {
    ...filter,
    chart: 'framing' as const,
    by: 'frame' as const,
    of: 'articles' as const,
    boundaries,
  };
  const looked = boundaries.slice(live);
  const [hits, totals, gaps, watched, arrived] = await Promise.all([
    trends.countNumerators(query),
    trends.countDenominators(query),
    trends.findGaps(filter),
    trends.findWatched(filter),
    ruleHistory.findFramingArrivals({ ...filter, from: looked[0] ?? from, boundaries: looked, binMs }),
  ]);
  return {
    windows,
    hits: new Map(frames.map((frame) => [frame, perSlot(hits, windows.length, frame)])),
    totals: perSlot(totals, windows.length),
    isBlind: (window) => isBlind(window, watched, gaps),
    arrived: arrived.map((one) => ({ ...one, slot: one.slot + live })),
  };
}

/** A frame's articles of all, in a window and in those before it. */
export interface Shift {
  count: number;
  of: number;
  countBefore: number;
  ofBefore: number;
}

/** The shift of a frame in one whole window against the eight before, by what was seen before an instant; or null. */
export function shiftIn(
  counts: ShiftCounts,
  slot: number,
  frame: string,
  until: Date,
  minimum: number,
): Shift | null {
  const [window, first] = [counts.windows[slot], counts.windows[Math.max(0, slot - BEFORE)]];
  if (!window || !first || first === window) return null;
  if (counts.isBlind(window) || counts.isBlind({ start: first.start, end: window.start })) return null;
  const before = (list: readonly number[]): number =>
    list.slice(Math.max(0, slot - BEFORE), slot).reduce((sum, n) => sum + n, 0);
  const shift = {
    count: arrivedBefore(counts.arrived, slot, until, frame),
    of: arrivedBefore(counts.arrived, slot, until),
    countBefore: before(counts.hits.get(frame) ?? []),
    ofBefore: before(counts.totals),
  };
  if (shift.of < minimum || shift.ofBefore < minimum) return null;
  const z = twoProportionZ(shift.count, shift.of, shift.countBefore, shift.ofBefore);
  return Math.abs(z) < SHIFT_Z ? null : shift;
}

/** When a rule would have seen a shift of a frame, in each whole window from `live` on: at its end, or as the rest came in. */
export function replayShifts(
  counts: ShiftCounts,
  frame: string,
  { live, binMs, minimum, now }: { live: number; binMs: number; minimum: number; now: Date },
): { slot: number; at: Date; shift: Shift }[] {
  return counts.windows.slice(0, -1).flatMap(({ end }, slot) => {
    if (slot < live) return [];
    const late = counts.arrived
      .filter((one) => one.slot === slot && one.at >= end)
      .map(({ at }) => at.getTime() + binMs);
    const until = Math.min(counts.windows[slot + 1]?.end.getTime() ?? now.getTime(), now.getTime());
    for (const at of [end.getTime(), ...[...new Set(late)].sort((a, b) => a - b)]) {
      if (at > until) return [];
      const shift = shiftIn(counts, slot, frame, new Date(at), minimum);
      if (shift) return [{ slot, at: new Date(at), shift }];
    }
    return [];
  });
}

/** Why it is one. */
export function whyShift(frame: string, { label }: Pick<Window, 'label'>, shift: Shift): WhyPart {
  return { code: 'framing-shift', frame, window: label, ...shift };
}
