import { Controls } from '../../ui/controls.tsx';
import { useSubject } from '../../ui/subject.tsx';
import { AlertsPanel } from './alerts-panel.tsx';
import { CoveragePanel } from './coverage-panel.tsx';
import { FeedStrip } from './feed-strip.tsx';
import { FirstRun } from './first-run.tsx';
import { FramingPanel } from './framing-panel.tsx';
import { HeadlineSentence } from './headline-sentence.tsx';
import { HeatPanel } from './heat-panel.tsx';
import { LatestPanel } from './latest-panel.tsx';

/** What changed, in one sentence, with everything behind it. */
export function OverviewPage() {
  const { status } = useSubject();
  const starting = status.offline || status.articles.relevant === 0;
  return (
    <div className="overview">
      {starting ? <FirstRun /> : <HeadlineSentence />}
      <Controls offer={['bucket', 'show', 'of', 'compare']} />
      <div className="overview-grid">
        <div className="overview-charts">
          <CoveragePanel />
          <FramingPanel />
        </div>
        <div className="overview-side">
          <LatestPanel />
          <AlertsPanel />
        </div>
      </div>
      <HeatPanel />
      <FeedStrip />
    </div>
  );
}
