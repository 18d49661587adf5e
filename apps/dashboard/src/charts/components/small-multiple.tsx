import type { TrendBucket } from '@framewatch/contracts';
import type { ChartRow } from '../prepare/chart-rows.ts';
import type { BucketNotes } from '../prepare/bucket-notes.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { Swatch } from './marker-shape.tsx';
import { NoteLayer } from './plot-layers.tsx';
import { bandOf, type DrawnSeries, linesOf } from './series-lines.tsx';
import { type TimeAxis, TimeChart } from './time-chart.tsx';

interface SmallMultipleProps extends TimeAxis {
  rows: readonly ChartRow[];
  drawn: DrawnSeries;
  /** The ticks of the scale that all panels share. */
  ticks: readonly number[];
  onOpen: (bucket: TrendBucket) => void;
  /** What is remarked of buckets, each a thin line with a mark. */
  notes: readonly BucketNotes[];
}

/** One series by itself, on the scale of all, with its band. */
export function SmallMultiple({ rows, drawn, ticks, onOpen, notes, ...axis }: SmallMultipleProps) {
  const { series, name, look } = drawn;
  return (
    <TimeChart
      {...axis}
      rows={rows}
      ticks={ticks}
      title={name}
      height={132}
      edges={() => ({ left: 44, right: 8 })}
      nameWidth={116}
      cursor={{ stroke: 'var(--ink-3)' }}
      tooltip={(row) => (
        <ChartTooltip
          {...axis}
          row={row}
          series={[{ key: series.key, name, mark: <Swatch {...look} /> }]}
          size={axis.answer.bucket}
          extra={notes
            .filter(({ index }) => index === row?.index)
            .flatMap((here) => here.notes)
            .map(({ at, text }) => (
              <p key={at} className="small">
                ▲ {text}
              </p>
            ))}
        />
      )}
      onOpen={onOpen}
    >
      {() => [
        bandOf(drawn, 0.16),
        ...linesOf(drawn),
        <NoteLayer key="notes" notes={notes} buckets={rows.length} />,
      ]}
    </TimeChart>
  );
}
