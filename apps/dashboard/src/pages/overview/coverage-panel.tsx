import type { ChangesAnswer, TrendBucket } from '@framewatch/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { address } from '../../api/client.ts';
import { type TrendRequest, trendParameters, useChanges, useTrend } from '../../api/queries.ts';
import { carriedOver } from '../../api/view.ts';
import { ComparedCaption } from '../../charts/components/compared-caption.tsx';
import { CoverageChart } from '../../charts/components/coverage-chart.tsx';
import { GapCaption } from '../../charts/components/gap-caption.tsx';
import { TrendTable } from '../../charts/components/trend-table.tsx';
import { withSpikes } from '../../charts/prepare/spike-notes.ts';
import { ChartPanel } from '../../ui/chart-panel.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { ChartSkeleton, EmptyState, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';

/** How much of what was collected is relevant, over time. */
export function CoveragePanel() {
  const { m } = useLanguage();
  const { beat, period, view, format, label } = useSubject();
  const navigate = useNavigate();
  const measure = view.show ?? 'share';
  const of = view.of ?? 'articles';
  const request: TrendRequest = { chart: 'coverage', beat: beat.id, period, of, by: 'none', filters: view };
  const compare = view.compare === 'before' ? 'previous' : view.compare;
  const query = useTrend({ ...request, beside: { compare } });
  const { data: changes } = useChanges(beat.id, period, view);
  const sayOf = ({ subject, observed, expected }: ChangesAnswer['spikes'][number]) => {
    const name = subject.kind === 'beat' ? m.chart.coverage : label(subject.kind, subject.key).name;
    return m.shifts.spike(name, format.number(observed), format.number(Math.round(expected * 10) / 10));
  };
  const total = query.data?.series[0]?.total;
  const search = (bucket: TrendBucket) => ({ ...carriedOver(view), since: bucket.start, until: bucket.end });
  const what = measure === 'share' ? m.chart.coverageShare[of] : m.chart.coverageCount[of];
  return (
    <ChartPanel
      title={m.chart.coverage}
      note={
        total
          ? `${what} · ${m.chart.nOf(format.number(total.numerator), format.number(total.denominator))}`
          : what
      }
      csv={address('/export.csv', { ...trendParameters(request), chart: 'coverage' })}
      chart={
        <Loaded query={query} skeleton={<ChartSkeleton height={220} />} time={format.time}>
          {(answer) =>
            answer.series.every(({ total }) => total.denominator === 0) ? (
              <EmptyState title={m.chart.emptyTitle}>
                <p className="quiet">{m.chart.nothing}</p>
              </EmptyState>
            ) : (
              <CoverageChart
                answer={withSpikes(answer, changes?.spikes ?? [], sayOf)}
                measure={measure}
                format={format}
                onOpen={(bucket) => void navigate({ to: '/articles', search: search(bucket) })}
              />
            )
          }
        </Loaded>
      }
      table={
        query.data ? (
          <TrendTable
            answer={query.data}
            columns={[{ key: query.data.series[0]?.key ?? '', name: m.chart.relevant }]}
            measure={measure}
            format={format}
            link={(bucket, _key, text) => (
              <Link to="/articles" search={search(bucket)}>
                {text}
              </Link>
            )}
          />
        ) : undefined
      }
      caption={
        query.data ? (
          <>
            {query.data.compared ? <ComparedCaption compared={query.data.compared} format={format} /> : null}
            <GapCaption answer={query.data} format={format} />
          </>
        ) : undefined
      }
    />
  );
}
