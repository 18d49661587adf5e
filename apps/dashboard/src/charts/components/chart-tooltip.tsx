import type { Bucket } from '@framewatch/contracts';
import type { ReactNode } from 'react';
import type { Format } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.tsx';
import type { ChartRow, Measure } from '../prepare/chart-rows.ts';
import { pointValue } from '../prepare/chart-rows.ts';
import type { GapRange } from '../prepare/gap-ranges.ts';

interface TooltipSeries {
  key: string;
  name: string;
  mark: ReactNode;
}

interface ChartTooltipProps {
  row: ChartRow | undefined;
  series: readonly TooltipSeries[];
  gaps: readonly GapRange[];
  measure: Measure;
  size: Bucket;
  format: Format;
  extra?: ReactNode;
}

const mostOutlets = 4;

/** What stands behind one bucket: the value, of how many, how sure, and what is missing. */
export function ChartTooltip({ row, series, gaps, measure, size, format, extra }: ChartTooltipProps) {
  const { m } = useLanguage();
  if (!row) return null;
  const gap = gaps.find(({ first, last }) => first <= row.index && row.index <= last);
  const missing = gap?.outlets ?? [];
  const named = missing.slice(0, mostOutlets).join(', ');
  const more = missing.length > mostOutlets ? ` ${m.chart.moreGaps(missing.length - mostOutlets)}` : '';
  return (
    <div className="chart-tooltip">
      <strong>{format.bucket(row.bucket, size)}</strong>
      {row.bucket.blind ? <p>{m.chart.blind}</p> : null}
      {row.bucket.blind
        ? null
        : series.map((one) => (
            <TooltipLine key={one.key} series={one} row={row} measure={measure} format={format} />
          ))}
      {extra}
      {row.bucket.incomplete ? <p className="quiet small">{m.chart.incomplete}</p> : null}
      {missing.length > 0 && !row.bucket.blind ? (
        <p className="quiet small">{m.chart.missing(named + more)}</p>
      ) : null}
      {row.bucket.blind ? null : <p className="quiet small">{m.chart.open}</p>}
    </div>
  );
}

interface TooltipLineProps {
  series: TooltipSeries;
  row: ChartRow;
  measure: Measure;
  format: Format;
}

function TooltipLine({ series, row, measure, format }: TooltipLineProps) {
  const { m } = useLanguage();
  const point = row.point[series.key] ?? null;
  const band = row.band[series.key];
  const value = pointValue(point, row.bucket, measure);
  return (
    <div className="chart-tooltip-line">
      {series.mark}
      <span>{series.name}</span>
      <span className="tabular chart-tooltip-value">
        {value === null ? '–' : measure === 'share' ? format.percent(value) : format.number(value)}
      </span>
      <span className="quiet small tabular">
        {point ? m.chart.nOf(format.number(point.numerator), format.number(point.denominator)) : ''}
        {band ? ` · ${format.percent(band[0])}–${format.percent(band[1])}` : ''}
        {point && value === null ? ` ${m.chart.nothingCollected}` : ''}
      </span>
    </div>
  );
}
