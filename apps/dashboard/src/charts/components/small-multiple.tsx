import type { TrendBucket } from '@framewatch/contracts';
import type { ChartRow } from '../prepare/chart-rows.ts';
import { ChartTooltip } from './chart-tooltip.tsx';
import { Swatch } from './marker-shape.tsx';
import { bandOf, type DrawnSeries, linesOf } from './series-lines.tsx';
import { type TimeAxis, TimeChart } from './time-chart.tsx';

interface SmallMultipleProps extends TimeAxis {
  rows: readonly ChartRow[];
  drawn: DrawnSeries;
  /** The ticks of the scale that all panels share. */
  ticks: readonly number[];
  onOpen: (bucket: TrendBucket) => void;
}

/** One series by itself, on the scale of all, with its band. */
export function SmallMultiple({ rows, drawn, ticks, onOpen, ...axis }: SmallMultipleProps) {
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
        />
      )}
      onOpen={onOpen}
    >
      {() => [bandOf(drawn, 0.16), ...linesOf(drawn)]}
    </TimeChart>
  );
}
