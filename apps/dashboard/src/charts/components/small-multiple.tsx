import type { TrendAnswer } from '@framewatch/contracts';
import { Area, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import type { Format } from '../../ui/format.ts';
import { tickIndices } from '../prepare/axis.ts';
import type { ChartRow, Measure } from '../prepare/chart-rows.ts';
import type { GapRange } from '../prepare/gap-ranges.ts';
import { clickedBucket } from './chart-events.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import type { DrawnSeries } from './framing-chart.tsx';
import { Swatch } from './marker-shape.tsx';
import { GapLayer } from './plot-layers.tsx';
import { useWidth } from './use-width.ts';

interface SmallMultipleProps {
  answer: TrendAnswer;
  rows: readonly ChartRow[];
  gaps: readonly GapRange[];
  drawn: DrawnSeries;
  /** The ticks of the scale that all panels share. */
  ticks: readonly number[];
  measure: Measure;
  format: Format;
  onOpen: (bucket: TrendAnswer['buckets'][number]) => void;
}

const edges = { left: 44, right: 8 };

/** One series by itself, on the scale of all, with its band. */
export function SmallMultiple({
  answer,
  rows,
  gaps,
  drawn,
  ticks,
  measure,
  format,
  onOpen,
}: SmallMultipleProps) {
  const [ref, width] = useWidth<HTMLDivElement>();
  const { series, name, look } = drawn;
  const line = { type: 'linear', stroke: look.colour, strokeWidth: 2, isAnimationActive: false } as const;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: with the keyboard, the chart's table opens the same lists
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      ref={ref}
      className="chart-box"
      style={{ height: 132 }}
      onClick={(event) => {
        const bucket = clickedBucket(event, answer, edges);
        if (bucket) onOpen(bucket);
      }}
    >
      {width === null ? null : (
        <ComposedChart
          width={width}
          height={132}
          data={[...rows]}
          margin={{ top: 6, right: edges.right, bottom: 0, left: 0 }}
          title={name}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <GapLayer ranges={gaps} buckets={rows.length} />
          <XAxis
            dataKey="index"
            scale="band"
            ticks={tickIndices(rows.length, Math.max(2, Math.floor(width / 130)))}
            tickFormatter={(index: number) => {
              const bucket = answer.buckets[index];
              return bucket ? format.tick(bucket, answer.bucket) : '';
            }}
            interval={0}
            tickLine={false}
            axisLine={{ stroke: 'var(--line-2)' }}
            tick={{ fill: 'var(--ink-2)', fontSize: 12 }}
            height={24}
          />
          <YAxis
            domain={[0, ticks.at(-1) ?? 1]}
            ticks={[...ticks]}
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
                series={[{ key: series.key, name, mark: <Swatch {...look} /> }]}
                gaps={gaps}
                measure={measure}
                size={answer.bucket}
                format={format}
              />
            )}
          />
          <Area
            dataKey={(row: ChartRow) => row.band[series.key] ?? null}
            type="linear"
            stroke="none"
            fill={look.colour}
            fillOpacity={0.16}
            isAnimationActive={false}
            activeDot={false}
            tooltipType="none"
          />
          <Line
            {...line}
            dataKey={(row: ChartRow) => row.solid[series.key] ?? null}
            dot={({ cx, cy, payload, index }) =>
              (payload as ChartRow).alone[series.key] && cx !== undefined && cy !== undefined ? (
                <circle key={index} cx={cx} cy={cy} r={2.5} fill={look.colour} />
              ) : (
                <g key={index} />
              )
            }
          />
          <Line
            {...line}
            dataKey={(row: ChartRow) => row.dashed[series.key] ?? null}
            strokeDasharray="3 3"
            dot={false}
            activeDot={false}
            tooltipType="none"
          />
        </ComposedChart>
      )}
    </div>
  );
}
