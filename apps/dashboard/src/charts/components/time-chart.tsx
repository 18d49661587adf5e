import type { TrendAnswer, TrendBucket } from '@framewatch/contracts';
import type { ReactNode } from 'react';
import { CartesianGrid, ComposedChart, Tooltip, XAxis, YAxis } from 'recharts';
import type { Format } from '../../ui/format.ts';
import { tickIndices } from '../prepare/axis.ts';
import type { ChartRow, Measure } from '../prepare/chart-rows.ts';
import type { GapRange } from '../prepare/gap-ranges.ts';
import { clickedBucket, type PlotEdges } from './chart-events.ts';
import { GapLayer } from './plot-layers.tsx';
import { useWidth } from './use-width.ts';

/** What every chart over time is given. */
export interface TimeAxis {
  answer: TrendAnswer;
  gaps: readonly GapRange[];
  measure: Measure;
  format: Format;
}

interface TimeChartProps<Row extends ChartRow> extends TimeAxis {
  rows: readonly Row[];
  /** Where the grid lines lie; the last is the top. */
  ticks: readonly number[];
  title: string;
  height: number;
  /** Room beside the plot in a box of this width, in pixels. */
  edges: (width: number) => PlotEdges;
  /** Pixels that a bucket's name takes under the axis. */
  nameWidth: number;
  cursor: { stroke?: string; fill?: string; fillOpacity?: number };
  barGap?: number | string;
  tooltip: (row: Row | undefined) => ReactNode;
  onOpen: (bucket: TrendBucket) => void;
  /** What is drawn over grid and gaps, in a box of this width. */
  children: (width: number) => ReactNode;
}

/** The ground of each chart over time: grid, axes, gaps, what stands behind a bucket, and the click that opens it. */
export function TimeChart<Row extends ChartRow>(props: TimeChartProps<Row>) {
  const { answer, height, edges, onOpen } = props;
  const [ref, width] = useWidth<HTMLDivElement>();
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: with the keyboard, the chart's table opens the same lists
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      ref={ref}
      className="chart-box"
      style={{ height }}
      onClick={(event) => {
        const bucket = width === null ? null : clickedBucket(event, answer, edges(width));
        if (bucket) onOpen(bucket);
      }}
    >
      {width === null ? null : <Plot {...props} width={width} />}
    </div>
  );
}

const words = { fill: 'var(--ink-2)', fontSize: 12 };

function Plot<Row extends ChartRow>(props: TimeChartProps<Row> & { width: number }) {
  const { answer, rows, gaps, ticks, measure, format, width, height } = props;
  const { left, right } = props.edges(width);
  return (
    <ComposedChart
      width={width}
      height={height}
      data={[...rows]}
      margin={{ top: 8, right, bottom: 0, left: 0 }}
      {...(props.barGap === undefined ? {} : { barCategoryGap: props.barGap })}
      title={props.title}
    >
      <CartesianGrid vertical={false} stroke="var(--line)" />
      <GapLayer ranges={gaps} buckets={rows.length} />
      <XAxis
        dataKey="index"
        scale="band"
        ticks={tickIndices(rows.length, Math.max(2, Math.floor((width - left - right) / props.nameWidth)))}
        tickFormatter={(index: number) => {
          const bucket = answer.buckets[index];
          return bucket ? format.tick(bucket, answer.bucket) : '';
        }}
        interval={0}
        tickLine={false}
        axisLine={{ stroke: 'var(--line-2)' }}
        tick={words}
        height={height < 200 ? 24 : 28}
      />
      <YAxis
        domain={[0, ticks.at(-1) ?? 1]}
        ticks={[...ticks]}
        allowDataOverflow
        tickFormatter={measure === 'share' ? format.percent : format.number}
        width={left}
        tickLine={false}
        axisLine={false}
        tick={words}
      />
      <Tooltip
        isAnimationActive={false}
        cursor={props.cursor}
        content={({ active, label }) => props.tooltip(active ? rows[Number(label)] : undefined)}
      />
      {props.children(width)}
    </ComposedChart>
  );
}

/** Pixels for a bucket's name under a chart of the page's width. */
export function nameWidthOf(answer: TrendAnswer): number {
  return answer.bucket === 'hour' ? 110 : 74;
}
