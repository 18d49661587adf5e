import type { TrendAnswer, TrendBucket } from '@framewatch/contracts';
import type { ReactNode } from 'react';
import type { Format } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.tsx';
import { type Measure, pointValue } from '../prepare/chart-rows.ts';

interface TrendTableProps {
  answer: TrendAnswer;
  columns: readonly { key: string; name: string }[];
  measure: Measure;
  format: Format;
  /** Wraps a value into the link to its articles. */
  link: (bucket: TrendBucket, key: string, text: string) => ReactNode;
}

/** The numbers behind a chart, newest first, each a link to its articles. */
export function TrendTable({ answer, columns, measure, format, link }: TrendTableProps) {
  const { m } = useLanguage();
  const rows = answer.buckets.map((bucket, index) => ({ bucket, index })).reverse();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable with the keyboard
    <section className="scroll-x trend-table" tabIndex={0} aria-label={m.chart.asTable}>
      <table>
        <thead>
          <tr>
            <th scope="col">{m.chart.bucket}</th>
            {columns.map(({ key, name }) => (
              <th key={key} scope="col" className="number">
                {name}
              </th>
            ))}
            <th scope="col">{m.chart.note}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ bucket, index }) => (
            <tr key={bucket.start}>
              <th scope="row">{format.bucket(bucket, answer.bucket)}</th>
              {columns.map(({ key }) => {
                const point = answer.series.find((series) => series.key === key)?.points[index] ?? null;
                const value = pointValue(point, bucket, measure);
                if (!point || value === null)
                  return (
                    <td key={key} className="number quiet">
                      –
                    </td>
                  );
                const shown = measure === 'share' ? format.percent(value) : format.number(value);
                return (
                  <td key={key} className="number">
                    {link(bucket, key, shown)}{' '}
                    <span className="quiet small">
                      {m.chart.nOf(format.number(point.numerator), format.number(point.denominator))}
                    </span>
                  </td>
                );
              })}
              <td className="quiet small">{remark(bucket, answer, m)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function remark(bucket: TrendBucket, answer: TrendAnswer, m: ReturnType<typeof useLanguage>['m']): string {
  const outlets = [...new Set(bucket.gaps.flatMap((gap) => answer.gaps[gap]?.outlet ?? []))];
  return [
    bucket.blind ? m.chart.blindKey : '',
    bucket.incomplete ? m.chart.incompleteKey : '',
    outlets.length > 0 && !bucket.blind ? m.chart.missing(outlets.join(', ')) : '',
  ]
    .filter(Boolean)
    .join('; ');
}
