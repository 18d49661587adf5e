import type { TrendAnswer } from '@framewatch/contracts';

/** One point of a chart as a row of a table; what is not known is null. */
export interface TrendRow {
  bucket: string;
  start: string;
  end: string;
  seriesKey: string;
  series: string;
  numerator: number | null;
  denominator: number | null;
  share: number | null;
  low: number | null;
  high: number | null;
  /** A feed behind the point was not reached for part of the bucket. */
  gap: boolean;
  /** The bucket is not over yet. */
  incomplete: boolean;
  modelVersion: string | null;
  synthetic: boolean;
}

/** A chart's answer as rows, bucket by bucket, in the order of the series on screen. */
export function trendRows({ buckets, series, modelVersion, synthetic }: TrendAnswer): TrendRow[] {
  return buckets.flatMap(({ label, start, end, gaps, blind, incomplete }, index) =>
    series.map(({ key, name, points }) => ({
      bucket: label,
      start,
      end,
      seriesKey: key,
      series: name,
      ...(points[index] ?? NOT_KNOWN),
      gap: blind || gaps.length > 0,
      incomplete,
      modelVersion,
      synthetic,
    })),
  );
}

const NOT_KNOWN = { numerator: null, denominator: null, share: null, low: null, high: null };
