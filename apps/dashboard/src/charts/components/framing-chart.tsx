import type { TrendAnswer, TrendBucket } from '@framewatch/contracts';
import { useMemo } from 'react';
import type { Format } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.tsx';
import { niceTicks } from '../prepare/axis.ts';
import { type ChartRow, chartRows, highest, type Measure } from '../prepare/chart-rows.ts';
import { gapRanges } from '../prepare/gap-ranges.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { Swatch } from './marker-shape.tsx';
import { type EndLabel, EndLabels } from './plot-layers.tsx';
import { bandOf, type DrawnSeries, linesOf } from './series-lines.tsx';
import { nameWidthOf, TimeChart } from './time-chart.tsx';

interface FramingChartProps {
  answer: TrendAnswer;
  drawn: readonly DrawnSeries[];
  /** The series that is pointed at; the others step back. */
  focus: string | null;
  measure: Measure;
  format: Format;
  onOpen: (bucket: TrendBucket, key: string | null) => void;
}

/** Below this width names at the line's end would leave no room for the lines. */
const roomForNames = 620;
const isNamed = (width: number) => width >= roomForNames;

/** Shares over time as lines with their 95 % bands; the line breaks where nothing is known. */
export function FramingChart({ answer, drawn, focus, measure, format, onOpen }: FramingChartProps) {
  const { m } = useLanguage();
  const rows = useMemo(() => chartRows(answer, measure), [answer, measure]);
  const gaps = useMemo(() => gapRanges(answer), [answer]);
  const labels = useMemo(() => endLabels(rows, drawn, focus), [rows, drawn, focus]);
  const keys = drawn.map(({ series }) => series.key);
  const banded = focus && keys.includes(focus) ? [focus] : keys;
  const top = Math.max(highest(rows, keys, false) * 1.15, highest(rows, focus ? [focus] : [], true));
  const axis = { answer, gaps, measure, format };
  const marks = drawn.map(({ series, name, look }) => ({
    key: series.key,
    name,
    mark: <Swatch {...look} />,
  }));
  const openPoint = (key: string) => (index: number) => {
    const bucket = answer.buckets[index];
    if (bucket) onOpen(bucket, key);
  };
  return (
    <TimeChart
      {...axis}
      rows={rows}
      ticks={niceTicks(measure === 'share' ? Math.min(1, top) : top, measure)}
      title={m.chart.framing}
      height={300}
      edges={(width) => ({ left: 44, right: isNamed(width) ? 188 : 16 })}
      nameWidth={nameWidthOf(answer)}
      cursor={{ stroke: 'var(--ink-3)' }}
      tooltip={(row) => <ChartTooltip {...axis} row={row} series={marks} size={answer.bucket} />}
      onOpen={(bucket) => onOpen(bucket, focus)}
    >
      {(width) => [
        ...drawn
          .filter(({ series }) => measure === 'share' && banded.includes(series.key))
          .map((one) => bandOf(one, focus === one.series.key ? 0.2 : 0.09)),
        ...drawn.flatMap((one) => {
          const { key } = one.series;
          return linesOf(one, focus !== null && focus !== key, openPoint(key));
        }),
        isNamed(width) ? <EndLabels key="names" labels={labels} buckets={rows.length} /> : null,
      ]}
    </TimeChart>
  );
}

function endLabels(
  rows: readonly ChartRow[],
  drawn: readonly DrawnSeries[],
  focus: string | null,
): EndLabel[] {
  return drawn.flatMap(({ series, name, look }) => {
    const last = rows.findLast((row) => (row.solid[series.key] ?? row.dashed[series.key] ?? null) !== null);
    if (!last) return [];
    const value = last.solid[series.key] ?? last.dashed[series.key] ?? 0;
    const faded = focus !== null && focus !== series.key;
    return [{ key: series.key, name, ...look, value, index: last.index, faded }];
  });
}
