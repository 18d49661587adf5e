import { Link } from '@tanstack/react-router';
import { useHeatmap } from '../../api/queries.ts';
import { carriedOver, withoutFilters } from '../../api/view.ts';
import { HeatMap } from '../../charts/components/heat-map.tsx';
import { ChartPanel } from '../../ui/chart-panel.tsx';
import { useLanguage } from '../../ui/language.tsx';
import { ChartSkeleton, EmptyState, Loaded } from '../../ui/states.tsx';
import { useSubject } from '../../ui/subject.tsx';

/** Which outlets use which frames in the period. */
export function HeatPanel() {
  const { m } = useLanguage();
  const { beat, period, view, format, label } = useSubject();
  const query = useHeatmap(beat.id, period);
  return (
    <ChartPanel
      title={m.chart.heatmap}
      note={m.chart.heatmapHint}
      chart={
        <Loaded query={query} skeleton={<ChartSkeleton height={320} />} time={format.time}>
          {(map) =>
            map.rows.every(({ relevant }) => relevant === 0) ? (
              <EmptyState title={m.chart.emptyTitle}>
                <p className="quiet">{m.chart.empty}</p>
              </EmptyState>
            ) : (
              <HeatMap
                map={map}
                names={Object.fromEntries(map.frames.map((frame) => [frame, label('frame', frame)]))}
                format={format}
                link={(outlet, frame, text, title) => (
                  <Link
                    to="/articles"
                    search={{ ...withoutFilters(carriedOver(view)), outlet, ...(frame ? { frame } : {}) }}
                    aria-label={title}
                  >
                    {text}
                  </Link>
                )}
              />
            )
          }
        </Loaded>
      }
    />
  );
}
