import type { TrendAnswer, TrendSeries } from '@framewatch/contracts';
import { useMemo } from 'react';
import { Area, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import type { Format } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.tsx';
import type { LabelLook } from '../../ui/palette.ts';
import { niceTicks, tickIndices } from '../prepare/axis.ts';
import { type ChartRow, chartRows, highest, type Measure } from '../prepare/chart-rows.ts';
import { gapRanges } from '../prepare/gap-ranges.ts';
import { clickedBucket } from './chart-events.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { Swatch } from './marker-shape.tsx';
import { type EndLabel, EndLabels, GapLayer } from './plot-layers.tsx';
import { useWidth } from './use-width.ts';

export interface DrawnSeries {
  series: TrendSeries;
  name: string;
  look: LabelLook;
}

interface FramingChartProps {
  answer: TrendAnswer;
  drawn: readonly DrawnSeries[];
  /** The series that is pointed at; the others step back. */
  focus: string | null;
  measure: Measure;
  format: Format;
  onOpen: (bucket: TrendAnswer['buckets'][number], key: string | null) => void;
}

/** Below this width names at the line's end would leave no room for the lines. */
const roomForNames = 620;

/** Shares over time as lines with their 95 % bands; the line breaks where nothing is known. */
export function FramingChart({ answer, drawn, focus, measure, format, onOpen }: FramingChartProps) {
  const { m } = useLanguage();
  const [ref, width] = useWidth<HTMLDivElement>();
  const rows = useMemo(() => chartRows(answer, measure), [answer, measure]);
  const gaps = useMemo(() => gapRanges(answer), [answer]);
  const keys = drawn.map(({ series }) => series.key);
  const banded = focus && keys.includes(focus) ? [focus] : keys;
  const top = Math.max(highest(rows, keys, false) * 1.15, highest(rows, focus ? [focus] : [], true));
  const ticks = niceTicks(measure === 'share' ? Math.min(1, top) : top, measure);
  const named = width !== null && width >= roomForNames;
  const edges = { left: 44, right: named ? 188 : 16 };
  const labels = useMemo(() => endLabels(rows, drawn, focus), [rows, drawn, focus]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: with the keyboard, the chart's table opens the same lists
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      ref={ref}
      className="chart-box"
      style={{ height: 300 }}
      onClick={(event) => {
        const bucket = clickedBucket(event, answer, edges);
        if (bucket) onOpen(bucket, focus);
      }}
    >
      {width === null ? null : (
        <ComposedChart
          width={width}
          height={300}
          data={rows}
          margin={{ top: 8, right: edges.right, bottom: 0, left: 0 }}
          title={m.chart.framing}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <GapLayer ranges={gaps} buckets={rows.length} />
          <XAxis
            dataKey="index"
            scale="band"
            ticks={tickIndices(
              rows.length,
              Math.floor((width - edges.left - edges.right) / (answer.bucket === 'hour' ? 110 : 74)),
            )}
            tickFormatter={(index: number) => {
              const bucket = answer.buckets[index];
              return bucket ? format.tick(bucket, answer.bucket) : '';
            }}
            interval={0}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-2)' }}
            tick={{ fill: 'var(--ink-2)', fontSize: 12 }}
            height={28}
          />
          <YAxis
            domain={[0, ticks.at(-1) ?? 1]}
            ticks={ticks}
            allowDataOverflow
            tickFormatter={measure === 'share' ? format.percent : format.number}
            width={edges.left}
            tickLine={false}
            axisLine={false}
            tick={{ fill: 'var(--ink-2)', fontSize: 12 }}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: 'var(--ink-3)' }}
            content={({ active, label }) => (
              <ChartTooltip
                row={active ? rows[Number(label)] : undefined}
                series={drawn.map(({ series, name, look }) => ({
                  key: series.key,
                  name,
                  mark: <Swatch {...look} />,
                }))}
                gaps={gaps}
                measure={measure}
                size={answer.bucket}
                format={format}
              />
            )}
          />
          {drawn
            .filter(({ series }) => measure === 'share' && banded.includes(series.key))
            .map(({ series, look }) => (
              <Area
                key={`band ${series.key}`}
                dataKey={(row: ChartRow) => row.band[series.key] ?? null}
                type="linear"
                stroke="none"
                fill={look.colour}
                fillOpacity={focus === series.key ? 0.2 : 0.09}
                isAnimationActive={false}
                activeDot={false}
                tooltipType="none"
              />
            ))}
          {drawn.flatMap((one) =>
            lines(one, focus !== null && focus !== one.series.key, (index) => {
              const bucket = answer.buckets[index];
              if (bucket) onOpen(bucket, one.series.key);
            }),
          )}
          {named ? <EndLabels labels={labels} buckets={rows.length} /> : null}
        </ComposedChart>
      )}
    </div>
  );
}

/** One series is two lines: what is complete, and the dashed stretch into the bucket that still fills. */
function lines({ series, look }: DrawnSeries, faded: boolean, onOpen: (index: number) => void) {
  const shared = {
    type: 'linear',
    stroke: look.colour,
    strokeWidth: 2,
    strokeOpacity: faded ? 0.2 : 1,
    isAnimationActive: false,
  } as const;
  return [
    <Line
      key={series.key}
      {...shared}
      dataKey={(row: ChartRow) => row.solid[series.key] ?? null}
      dot={({ cx, cy, payload, index }) =>
        (payload as ChartRow).alone[series.key] && cx !== undefined && cy !== undefined ? (
          <circle key={index} cx={cx} cy={cy} r={2.5} fill={look.colour} />
        ) : (
          <g key={index} />
        )
      }
      activeDot={({ cx, cy, payload }) => (
        // biome-ignore lint/a11y/noStaticElementInteractions: with the keyboard, the chart's table opens the same lists
        <circle
          cx={cx}
          cy={cy}
          r={5}
          fill={look.colour}
          style={{ cursor: 'pointer' }}
          onClick={(event) => {
            event.stopPropagation();
            onOpen((payload as ChartRow).index);
          }}
        />
      )}
    />,
    <Line
      key={`still filling ${series.key}`}
      {...shared}
      dataKey={(row: ChartRow) => row.dashed[series.key] ?? null}
      strokeDasharray="3 3"
      dot={false}
      activeDot={false}
      tooltipType="none"
    />,
  ];
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
