import type { LabelKind, TrendAnswer, TrendBucket } from '@framewatch/contracts';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { address } from '../../api/client.ts';
import { type TrendRequest, trendParameters, useTrend } from '../../api/queries.ts';
import { carriedOver, type View } from '../../api/view.ts';
import { FramingChart } from '../../charts/components/framing-chart.tsx';
import { SeriesLegend } from '../../charts/components/series-legend.tsx';
import type { DrawnSeries } from '../../charts/components/series-lines.tsx';
import { TrendTable } from '../../charts/components/trend-table.tsx';
import { rankSeries, shownKeys } from '../../charts/prepare/rank-series.ts';
import { ChartPanel } from '../../ui/chart-panel.tsx';
import type { Format } from '../../ui/format.ts';
import { useLanguage } from '../../ui/language.tsx';
import type { Messages } from '../../ui/messages/en.ts';
import { ChartSkeleton, EmptyState, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';
import { useFramingPeriod } from '../use-framing-period.ts';

const kind: LabelKind = 'frame';

/** How the relevant articles frame their subject, over time. */
export function FramingPanel() {
  const { m } = useLanguage();
  const { beat, view, format } = useSubject();
  const { period, coarser, ready } = useFramingPeriod();
  const measure = view.show ?? 'share';
  const of = view.of ?? 'articles';
  const request: TrendRequest = { chart: 'framing', beat: beat.id, period, of, by: kind, filters: view };
  const query = useTrend(request, ready);
  const n = query.data?.series[0]?.total.denominator;
  const what = measure === 'share' ? m.chart.framingShare[of] : m.chart.framingCount[of];
  const counted = query.data && n !== undefined ? countedIn(query.data, n, coarser, m, format) : '';
  return (
    <ChartPanel
      title={m.chart.framing}
      note={[what, counted, coarser ? m.chart.coarser[period.bucket] : ''].filter(Boolean).join(' · ')}
      csv={address('/export.csv', { ...trendParameters(request), chart: 'framing' })}
      chart={
        <Loaded query={query} skeleton={<ChartSkeleton height={360} />} time={format.time}>
          {(answer) => <FramingBody answer={answer} />}
        </Loaded>
      }
      table={query.data ? <FramingTable answer={query.data} /> : undefined}
    />
  );
}

/** How many, and of which days where coarser buckets reach further than the period that was chosen. */
function countedIn(answer: TrendAnswer, n: number, coarser: boolean, m: Messages, format: Format): string {
  const [first, last] = [answer.buckets[0], answer.buckets.at(-1)];
  if (!coarser || !first || !last) return m.chart.n(format.number(n));
  if (last.incomplete) return m.chart.nSince(format.number(n), format.day(first.start));
  const end = new Date(Date.parse(last.end) - 1);
  return m.chart.nBetween(format.number(n), format.day(first.start), format.day(end));
}

function FramingBody({ answer }: { answer: TrendAnswer }) {
  const { m } = useLanguage();
  const { view, format, label } = useSubject();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  const [focus, setFocus] = useState<string | null>(null);
  const all = useMemo(() => dress(answer, label), [answer, label]);
  const shown = shownKeys(
    all.map(({ series }) => series),
    chosen,
  );
  const toggle = (key: string) =>
    setChosen(shown.includes(key) ? shown.filter((one) => one !== key) : [...shown, key]);
  if (all.every(({ series }) => series.total.numerator === 0))
    return (
      <EmptyState title={m.chart.emptyTitle}>
        <p className="quiet">{m.chart.empty}</p>
      </EmptyState>
    );
  return (
    <>
      <FramingChart
        answer={answer}
        drawn={all.filter(({ series }) => shown.includes(series.key))}
        focus={focus}
        measure={view.show ?? 'share'}
        format={format}
        onOpen={(bucket, key) => void navigate({ to: '/articles', search: opened(view, bucket, key) })}
      />
      <SeriesLegend all={all} shown={shown} format={format} onToggle={toggle} onFocus={setFocus} />
    </>
  );
}

function FramingTable({ answer }: { answer: TrendAnswer }) {
  const { view, format, label } = useSubject();
  const all = dress(answer, label);
  return (
    <TrendTable
      answer={answer}
      columns={all.map(({ series, name }) => ({ key: series.key, name }))}
      measure={view.show ?? 'share'}
      format={format}
      link={(bucket, key, text) => (
        <Link to="/articles" search={opened(view, bucket, key)}>
          {text}
        </Link>
      )}
    />
  );
}

function dress(answer: TrendAnswer, label: ReturnType<typeof useSubject>['label']): DrawnSeries[] {
  return rankSeries(answer.series).map((series) => {
    const { name, look } = label(kind, series.key);
    return { series, name, look };
  });
}

function opened(view: View, bucket: TrendBucket, frame: string | null): View {
  return { ...carriedOver(view), since: bucket.start, until: bucket.end, ...(frame ? { frame } : {}) };
}
