import type { TrendSeries } from '@framewatch/contracts';
import { type ActiveDotProps, Area, Line } from 'recharts';
import type { LabelLook } from '../../ui/palette.ts';
import type { ChartRow } from '../prepare/chart-rows.ts';

export interface DrawnSeries {
  series: TrendSeries;
  name: string;
  look: LabelLook;
}

/** The 95 % band of a share. */
export function bandOf({ series, look }: DrawnSeries, opacity: number) {
  return (
    <Area
      key={`band ${series.key}`}
      dataKey={(row: ChartRow) => row.band[series.key] ?? null}
      type="linear"
      stroke="none"
      fill={look.colour}
      fillOpacity={opacity}
      isAnimationActive={false}
      activeDot={false}
      tooltipType="none"
    />
  );
}

/**
 * One series as two lines: what is complete, and the dashed stretch into the bucket that still fills. A point between
 * two gaps is a dot. `onOpen` is told the index of the bucket whose point is clicked.
 */
export function linesOf({ series, look }: DrawnSeries, faded = false, onOpen?: (index: number) => void) {
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
      {...(onOpen ? { activeDot: openingDot(look.colour, onOpen) } : {})}
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

function openingDot(colour: string, onOpen: (index: number) => void) {
  return ({ cx, cy, payload }: ActiveDotProps) => (
    // biome-ignore lint/a11y/noStaticElementInteractions: with the keyboard, the chart's table opens the same lists
    <circle
      cx={cx}
      cy={cy}
      r={5}
      fill={colour}
      style={{ cursor: 'pointer' }}
      onClick={(event) => {
        event.stopPropagation();
        onOpen((payload as ChartRow).index);
      }}
    />
  );
}
