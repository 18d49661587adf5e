import type { Subject } from './watched-subjects.ts';

/** A stretch of time as rules on trends look at it. */
export interface Window {
  start: Date;
  end: Date;
  label: string;
}

/** So many stories (or articles) of a window were first seen at this time; `key`: a frame, or empty for all. */
export interface Arrival {
  slot: number;
  key: string;
  at: Date;
  count: number;
}

interface WindowFilter extends Subject {
  modelId: string;
  from: Date;
  to: Date;
}

interface CountQuery extends WindowFilter {
  chart: 'coverage' | 'framing';
  by: 'none' | 'frame';
  of: 'articles' | 'stories';
  boundaries: Date[];
}

interface ArrivalQuery extends WindowFilter {
  boundaries: Date[];
  /** Arrivals are told to this many milliseconds. */
  binMs: number;
}

type Slots = { slot: number; key: string; count: number }[];
type Stretches = { feedId: string; from: Date; to: Date | null }[];

/** Where counts come from. Arrivals are of news alone: no import and no first poll makes a spike or a shift. */
export interface WindowSource {
  trends: {
    countNumerators(query: CountQuery): Promise<Slots>;
    countDenominators(query: CountQuery): Promise<Slots>;
    findGaps(filter: WindowFilter): Promise<Stretches>;
    findWatched(filter: WindowFilter): Promise<Stretches>;
  };
  ruleHistory: {
    /** Distinct stories, each at its first article; `hits` those of the subject. */
    findStoryArrivals(query: ArrivalQuery): Promise<{ all: Arrival[]; hits: Arrival[] }>;
    /** Articles whose framing counts, with the frames of the subject's. */
    findFramingArrivals(query: ArrivalQuery): Promise<Arrival[]>;
  };
}

/** Sums of arrivals seen before an instant in one window. */
export function arrivedBefore(arrivals: readonly Arrival[], slot: number, until: Date, key = ''): number {
  return arrivals.reduce(
    (sum, one) => (one.slot === slot && one.key === key && one.at < until ? sum + one.count : sum),
    0,
  );
}

/** What ends each window and, after the last, itself. */
export const boundariesOf = (windows: readonly Window[]): Date[] => [
  ...windows.map(({ start }) => start),
  ...windows.slice(-1).map(({ end }) => end),
];

/** The counts of each slot, zero where nothing is counted. */
export const perSlot = (rows: Slots, slots: number, key = ''): number[] => {
  const counts = Array.from({ length: slots }, () => 0);
  for (const row of rows) if (row.key === key && row.slot in counts) counts[row.slot] = row.count;
  return counts;
};
