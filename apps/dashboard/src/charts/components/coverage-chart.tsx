import type { TrendAnswer, TrendBucket } from '@framewatch/contracts';
import { useMemo } from 'react';
import { Bar, type BarShapeProps, Line } from 'recharts';
import type { Format } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.tsx';
import { niceTicks } from '../prepare/axis.ts';
import { type BucketNotes, bucketNotes } from '../prepare/bucket-notes.ts';
import { type ChartRow, chartRows, highest, type Measure } from '../prepare/chart-rows.ts';
import { earlierValues } from '../prepare/earlier-values.ts';
import { gapRanges } from '../prepare/gap-ranges.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { NoteLayer } from './plot-layers.tsx';
import { nameWidthOf, TimeChart } from './time-chart.tsx';

interface CoverageChartProps {
  answer: TrendAnswer;
  measure: Measure;
  format: Format;
  onOpen: (bucket: TrendBucket) => void;
}

interface CoverageRow extends ChartRow {
  value: number | null;
  before: number | null;
}

const mostNotes = 4;

/** Coverage over time as bars: a bar for what is known, a dashed one for the bucket that still fills, none for a gap. */
export function CoverageChart({ answer, measure, format, onOpen }: CoverageChartProps) {
  const { m } = useLanguage();
  const rows = useMemo(() => coverageRows(answer, measure), [answer, measure]);
  const gaps = useMemo(() => gapRanges(answer), [answer]);
  const notes = useMemo(() => bucketNotes(answer), [answer]);
  const key = answer.series[0]?.key ?? '';
  const top = Math.max(highest(rows, [key], false), ...rows.map((row) => row.before ?? 0));
  const axis = { answer, gaps, measure, format };
  const value = measure === 'share' ? format.percent : format.number;
  return (
    <TimeChart
      {...axis}
      rows={rows}
      ticks={niceTicks(top, measure)}
      title={m.chart.coverage}
      height={220}
      edges={() => ({ left: 44, right: 16 })}
      nameWidth={nameWidthOf(answer)}
      cursor={{ fill: 'var(--ink)', fillOpacity: 0.05 }}
      barGap={rows.length > 60 ? 1 : '18%'}
      tooltip={(row) => (
        <ChartTooltip
          {...axis}
          row={row}
          series={[{ key, name: m.chart.thisPeriod, mark: <span className="bar-mark" /> }]}
          size={answer.bucket}
          extra={<Remarks row={row} notes={notes} value={value} />}
        />
      )}
      onOpen={onOpen}
    >
      {() => [
        <Bar key="now" dataKey="value" isAnimationActive={false} shape={CoverageBar} />,
        answer.compared ? <Line key="before" dataKey="before" {...thin} /> : null,
        <NoteLayer key="notes" notes={notes} buckets={rows.length} />,
      ]}
    </TimeChart>
  );
}

const thin = {
  type: 'linear',
  stroke: 'var(--ink-3)',
  strokeWidth: 1.25,
  strokeDasharray: '2 2',
  dot: false,
  activeDot: false,
  isAnimationActive: false,
} as const;

interface RemarksProps {
  row: CoverageRow | undefined;
  notes: readonly BucketNotes[];
  value: (value: number) => string;
}

/** What else there is to say of a bucket: the period before, and notes. */
function Remarks({ row, notes, value }: RemarksProps) {
  const { m } = useLanguage();
  const here = notes.find(({ index }) => index === row?.index)?.notes ?? [];
  const before = row?.before ?? null;
  return (
    <>
      {before === null ? null : (
        <p className="quiet small">
          {m.chart.before}: {value(before)}
        </p>
      )}
      {here.slice(0, mostNotes).map((note) => (
        <p key={note.at + note.text} className="small">
          ▲ {note.text}
        </p>
      ))}
    </>
  );
}

function coverageRows(answer: TrendAnswer, measure: Measure): CoverageRow[] {
  const key = answer.series[0]?.key ?? '';
  const earlier = earlierValues(answer, measure);
  return chartRows(answer, measure).map((row) => ({
    ...row,
    value: row.solid[key] ?? row.dashed[key] ?? null,
    before: earlier.get(row.index) ?? null,
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
