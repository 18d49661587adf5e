import { Controls } from '../../ui/controls.tsx';
import { useSubject } from '../../ui/subject.tsx';
import { AlertsPanel } from './alerts-panel.tsx';
import { CoveragePanel } from './coverage-panel.tsx';
import { FeedStrip } from './feed-strip.tsx';
import { FirstRun, OfflineNote } from './first-run.tsx';
import { FramingPanel } from './framing-panel.tsx';
import { HeadlineSentence } from './headline-sentence.tsx';
import { HeatPanel } from './heat-panel.tsx';
import { LatestPanel } from './latest-panel.tsx';

/** What changed, in one sentence, with everything behind it. */
export function OverviewPage() {
  const { status } = useSubject();
  if (status.articles.relevant === 0) return <Beginning />;
  return (
    <div className="overview">
      {status.offline ? <OfflineNote /> : null}
      <HeadlineSentence />
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

/** Before there is a relevant article every chart would say the same: that there is nothing yet. */
function Beginning() {
  return (
    <div className="overview">
      <FirstRun />
      <FeedStrip />
    </div>
  );
}
