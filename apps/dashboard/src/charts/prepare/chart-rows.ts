import type { TrendAnswer, TrendBucket, TrendPoint, TrendSeries } from '@framewatch/contracts';

export type Measure = 'share' | 'count';

/** One bucket of a chart, ready to be drawn: nothing here is guessed, and null means that nothing is known. */
export interface ChartRow {
  index: number;
  bucket: TrendBucket;
  /** By series key; null breaks the line. */
  solid: Record<string, number | null>;
  /** The stretch into an incomplete bucket, from the last complete value on. */
  dashed: Record<string, number | null>;
  /** Wilson interval of the share; null for counts, and where the share is unknown. */
  band: Record<string, [number, number] | null>;
  /** Values that have no neighbour to draw a line to, and need a dot to be seen. */
  alone: Record<string, boolean>;
  point: Record<string, TrendPoint | null>;
}

/** Turns a trend answer into rows for drawing. Pure; the series keep the order of the answer. */
export function chartRows(answer: TrendAnswer, measure: Measure): ChartRow[] {
  const rows = answer.buckets.map(
    (bucket, index): ChartRow => ({
      index,
      bucket,
      solid: {},
      dashed: {},
      band: {},
      alone: {},
      point: {},
    }),
  );
  for (const series of answer.series) fillSeries(rows, series, measure);
  return rows;
}

/** The value of a point: null where nothing was reached, and a share of nothing is no share. A count of 0 stays 0. */
export function pointValue(point: TrendPoint | null, bucket: TrendBucket, measure: Measure): number | null {
  if (!point || bucket.blind) return null;
  return measure === 'count' ? point.numerator : point.share;
}

/** The highest value that has to fit on the axis, bands included; 0 where there is none. */
export function highest(rows: readonly ChartRow[], keys: readonly string[], withBands: boolean): number {
  let top = 0;
  for (const row of rows) {
    for (const key of keys) {
      const value = row.solid[key] ?? row.dashed[key] ?? 0;
      const band = withBands ? (row.band[key]?.[1] ?? 0) : 0;
      top = Math.max(top, value, band);
    }
  }
  return top;
}

function fillSeries(rows: ChartRow[], series: TrendSeries, measure: Measure): void {
  const values = rows.map((row) => pointValue(series.points[row.index] ?? null, row.bucket, measure));
  rows.forEach((row, index) => {
    const value = values[index] ?? null;
    const { incomplete } = row.bucket;
    const point = series.points[index] ?? null;
    row.point[series.key] = point;
    row.solid[series.key] = incomplete ? null : value;
    row.dashed[series.key] = incomplete || rows[index + 1]?.bucket.incomplete ? value : null;
    row.band[series.key] = bandOf(point, row.bucket, measure);
    row.alone[series.key] =
      value !== null && (values[index - 1] ?? null) === null && (values[index + 1] ?? null) === null;
  });
}

function bandOf(point: TrendPoint | null, bucket: TrendBucket, measure: Measure): [number, number] | null {
  if (measure === 'count' || !point || bucket.blind || point.low === null || point.high === null) return null;
  return [point.low, point.high];
}
