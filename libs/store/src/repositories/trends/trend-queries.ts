import type { Dimension } from '@framewatch/contracts';

/** Who is counted; left out means all. */
export interface TrendFilter {
  modelId: string;
  from: Date;
  to: Date;
  topic?: string | undefined;
  frame?: string | undefined;
  outletId?: string | undefined;
  group?: string | undefined;
  country?: string | undefined;
  language?: string | undefined;
}

export interface CountQuery extends TrendFilter {
  chart: 'coverage' | 'framing';
  by: Dimension;
  of: 'articles' | 'stories';
  /** Bucket boundaries, ascending: n + 1 instants make n buckets. One bucket gives totals. */
  boundaries: Date[];
}

/** Counts of one bucket and one value of the dimension (empty for `none`). */
export interface CountRow {
  slot: number;
  key: string;
  count: number;
}

/** A chart's counts, all of one state of the archive. */
export interface ChartCounts {
  numerators: CountRow[];
  denominators: CountRow[];
  /** Of the whole range, in slot 0: a story that goes on over several buckets counts once. */
  totalNumerators: CountRow[];
  totalDenominators: CountRow[];
  /** Values of the dimension that something was collected for, and that were left out for being the smallest. */
  left: number;
}

/** Series that are about a label, of which an article carries several. */
export const isLabelDimension = (by: Dimension): by is 'topic' | 'frame' => by === 'topic' || by === 'frame';
