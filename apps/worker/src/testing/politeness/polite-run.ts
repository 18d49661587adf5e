/** One request for a feed, with when the product had planned it. Times in milliseconds since 1970. */
export interface Poll {
  feed: string;
  host: string;
  due: number;
  start: number;
  end: number;
  /** Until when the host asked everybody to stay away, in its answer at `end`; null where it did not. */
  stayAwayUntil: number | null;
  status: number | null;
  /** True where the worker died under way. */
  isLost: boolean;
}

/** What happened in a simulation: all that the checker and the report look at. */
export interface PoliteRun {
  /** In the order of their starts. */
  polls: Poll[];
  /** When each feed is due next at the end. */
  pending: { feed: string; host: string; due: number }[];
  pace: { gapMs: number; concurrent: number };
  /** Worker processes. */
  workers: number;
  /** Free places at workers over time: pairs of time and number, oldest first. */
  freePlaces: [at: number, free: number][];
  runs: { total: number; waits: number; mostWaiting: number; mostDelayed: number };
  start: number;
  end: number;
}
