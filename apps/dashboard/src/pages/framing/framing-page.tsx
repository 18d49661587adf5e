import type { LabelKind, TrendAnswer } from '@framewatch/contracts';
import { SegmentedControl } from '@mantine/core';
import { useMemo } from 'react';
import { address } from '../../api/client.ts';
import { type TrendRequest, trendParameters, useChanges, useTrend } from '../../api/queries.ts';
import { GapCaption } from '../../charts/components/gap-caption.tsx';
import { withOutletsAlike } from '../../charts/prepare/alike.ts';
import { niceTicks } from '../../charts/prepare/axis.ts';
import { chartRows, highest } from '../../charts/prepare/chart-rows.ts';
import { gapRanges } from '../../charts/prepare/gap-ranges.ts';
import { rankSeries } from '../../charts/prepare/rank-series.ts';
import { Controls } from '../../ui/controls.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { ChartSkeleton, EmptyState, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';
import { useChangeView } from '../../ui/use-view.ts';
import { useFramingPeriod } from '../use-framing-period.ts';
import { FramePanel } from './frame-panel.tsx';
import { WordsApart } from './words-apart.tsx';

/** Each frame by itself, all on one scale, with the sentences that carry it. */
export function FramingPage() {
  const { m } = useLanguage();
  const { beat, view, format } = useSubject();
  const { period, coarser, ready } = useFramingPeriod();
  const change = useChangeView();
  const kind: LabelKind = view.by ?? 'frame';
  const of = view.of ?? 'articles';
  const request: TrendRequest = { chart: 'framing', beat: beat.id, period, of, by: kind, filters: view };
  const isByFrame = kind === 'frame';
  const query = useTrend(
    {
      ...request,
      beside: {
        weight: view.weight,
        band: isByFrame && of === 'articles' ? 'stories' : undefined,
      },
    },
    ready,
  );
  return (
    <div className="framing-page">
      <header className="page-head">
        <h1>{m.framing.title}</h1>
        <SegmentedControl
          size="xs"
          value={kind}
          onChange={(value) => change({ by: value === 'topic' ? 'topic' : undefined })}
          data={[
            { value: 'frame', label: m.framing.frames },
            { value: 'topic', label: m.framing.topics },
          ]}
        />
        <a
          className="tool-link"
          href={address('/export.csv', { ...trendParameters(request), chart: 'framing' })}
          download
          title={m.chart.csvLong}
        >
          <Icon name="download" /> {m.chart.csv}
        </a>
      </header>
      <p className="quiet">
        {kind === 'frame' ? m.framing.intro : m.framing.introTopics}{' '}
        {coarser ? m.chart.coarser[period.bucket] : ''}
      </p>
      <Controls offer={['bucket', 'show', 'of', 'weight']} />
      <Loaded query={query} skeleton={<ChartSkeleton height={560} />} time={format.time}>
        {(answer) => <Panels answer={withOutletsAlike(answer)} kind={kind} />}
      </Loaded>
      <WordsApart period={period} />
    </div>
  );
}

function Panels({ answer, kind }: { answer: TrendAnswer; kind: LabelKind }) {
  const { m } = useLanguage();
  const { beat, period, view, format } = useSubject();
  const measure = view.show ?? 'share';
  const rows = useMemo(() => chartRows(answer, measure), [answer, measure]);
  const gaps = useMemo(() => gapRanges(answer), [answer]);
  const { data: changes } = useChanges(beat.id, period, view);
  const shifts = kind === 'frame' ? (changes?.shifts ?? []) : [];
  const ranked = rankSeries(answer.series);
  const seen = ranked.filter(({ total }) => total.numerator > 0);
  const keys = seen.map(({ key }) => key);
  const ticks = niceTicks(
    Math.min(highest(rows, keys, false) * 1.1, measure === 'share' ? 1 : Infinity),
    measure,
  );
  if (seen.length === 0)
    return (
      <EmptyState title={m.chart.emptyTitle}>
        <p className="quiet">{m.chart.empty}</p>
      </EmptyState>
    );
  return (
    <>
      <GapCaption answer={answer} format={format} />
      <div className="frame-panels">
        {seen.map((series) => (
          <FramePanel
            key={series.key}
            answer={answer}
            series={series}
            kind={kind}
            rows={rows}
            gaps={gaps}
            ticks={ticks}
            shifts={shifts.filter(({ subject }) => subject.key === series.key)}
          />
        ))}
      </div>
      <NotSeen seen={keys} kind={kind} />
    </>
  );
}

function NotSeen({ seen, kind }: { seen: readonly string[]; kind: LabelKind }) {
  const { m } = useLanguage();
  const { beat, view, label } = useSubject();
  const missing = beat.labels.filter((one) => one.kind === kind && !seen.includes(one.id));
  // A filter for one label leaves the others out; they may well have been seen.
  if (missing.length === 0 || view[kind] !== undefined) return null;
  return (
    <p className="quiet">
      {m.framing.none(missing.length)}: {missing.map(({ id }) => label(kind, id).name).join(', ')}
    </p>
  );
}
