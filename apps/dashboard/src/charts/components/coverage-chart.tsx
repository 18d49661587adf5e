import type { TrendAnswer } from '@framewatch/contracts';
import { useMemo } from 'react';
import { Bar, type BarShapeProps, CartesianGrid, ComposedChart, Line, Tooltip, XAxis, YAxis } from 'recharts';
import type { Format } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.tsx';
import { niceTicks, tickIndices } from '../prepare/axis.ts';
import { bucketNotes } from '../prepare/bucket-notes.ts';
import { type ChartRow, chartRows, highest, type Measure } from '../prepare/chart-rows.ts';
import { gapRanges } from '../prepare/gap-ranges.ts';
import { clickedBucket } from './chart-events.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { GapLayer, NoteLayer } from './plot-layers.tsx';
import { useWidth } from './use-width.ts';

interface CoverageChartProps {
  answer: TrendAnswer;
  /** The period before, drawn as a thin line, bucket by bucket. */
  before: TrendAnswer | undefined;
  measure: Measure;
  format: Format;
  onOpen: (bucket: TrendAnswer['buckets'][number]) => void;
}

interface CoverageRow extends ChartRow {
  value: number | null;
  before: number | null;
}

const edges = { left: 44, right: 16 };

/** Coverage over time as bars: a bar for what is known, a dashed one for the bucket that still fills, none for a gap. */
export function CoverageChart({ answer, before, measure, format, onOpen }: CoverageChartProps) {
  const { m } = useLanguage();
  const [ref, width] = useWidth<HTMLDivElement>();
  const rows = useMemo(() => coverageRows(answer, before, measure), [answer, before, measure]);
  const gaps = useMemo(() => gapRanges(answer), [answer]);
  const notes = useMemo(() => bucketNotes(answer), [answer]);
  const key = answer.series[0]?.key ?? '';
  const ticks = niceTicks(
    Math.max(highest(rows, [key], false), ...rows.map((row) => row.before ?? 0)),
    measure,
  );
  const axis = measure === 'share' ? format.percent : format.number;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: with the keyboard, the chart's table opens the same lists
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      ref={ref}
      className="chart-box"
      style={{ height: 220 }}
      onClick={(event) => {
        const bucket = clickedBucket(event, answer, edges);
        if (bucket) onOpen(bucket);
      }}
    >
      {width === null ? null : (
        <ComposedChart
          width={width}
          height={220}
          data={rows}
          margin={{ top: 8, right: edges.right, bottom: 0, left: 0 }}
          barCategoryGap={rows.length > 60 ? 1 : '18%'}
          title={m.chart.coverage}
        >
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <GapLayer ranges={gaps} buckets={rows.length} />
          <XAxis
            dataKey="index"
            scale="band"
            ticks={tickIndices(rows.length, Math.floor(width / (answer.bucket === 'hour' ? 110 : 74)))}
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
            tickFormatter={axis}
            width={edges.left}
            tickLine={false}
            axisLine={false}
            tick={{ fill: 'var(--ink-2)', fontSize: 12 }}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ fill: 'var(--ink)', fillOpacity: 0.05 }}
            content={({ active, label }) => {
              const row = active ? rows[Number(label)] : undefined;
              return (
                <ChartTooltip
                  row={row}
                  series={[{ key, name: m.chart.thisPeriod, mark: <span className="bar-mark" /> }]}
                  gaps={gaps}
                  measure={measure}
                  size={answer.bucket}
                  format={format}
                  extra={
                    <>
                      {before && row?.before !== null && row?.before !== undefined ? (
                        <p className="quiet small">
                          {m.chart.before}: {axis(row.before)}
                        </p>
                      ) : null}
                      {notes
                        .find(({ index }) => index === row?.index)
                        ?.notes.slice(0, 4)
                        .map((note) => (
                          <p key={note.at + note.text} className="small">
                            ▲ {note.text}
                          </p>
                        ))}
                    </>
                  }
                />
              );
            }}
          />
          <Bar dataKey="value" isAnimationActive={false} shape={CoverageBar} />
          {before ? (
            <Line
              dataKey="before"
              type="linear"
              stroke="var(--ink-3)"
              strokeWidth={1.25}
              strokeDasharray="2 2"
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          ) : null}
          <NoteLayer notes={notes} buckets={rows.length} />
        </ComposedChart>
      )}
    </div>
  );
}

function coverageRows(answer: TrendAnswer, before: TrendAnswer | undefined, measure: Measure): CoverageRow[] {
  const key = answer.series[0]?.key ?? '';
  const earlier = before ? chartRows(before, measure) : [];
  return chartRows(answer, measure).map((row) => ({
    ...row,
    value: row.solid[key] ?? row.dashed[key] ?? null,
    before: earlier[row.index]?.solid[before?.series[0]?.key ?? ''] ?? null,
  }));
}

function CoverageBar({ x, y, width, height, payload }: BarShapeProps) {
  const { bucket } = payload as CoverageRow;
  const [left, top, wide, high] = [Number(x), Number(y), Number(width), Number(height)];
  if (!bucket.incomplete)
    return <rect x={left} y={top} width={wide} height={high} fill="var(--accent)" rx={wide > 6 ? 1 : 0} />;
  return (
    <rect
      x={left + 0.5}
      y={top}
      width={Math.max(0, wide - 1)}
      height={high}
      fill="var(--accent)"
      fillOpacity={0.22}
      stroke="var(--accent)"
      strokeDasharray="3 2"
    />
  );
}
