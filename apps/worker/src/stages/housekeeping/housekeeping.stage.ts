import { done, type Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';

/** A preview is looked at once, while somebody waits. */
const PREVIEW_DAYS = 1;

/** Forgets what the retention settings say; articles' counts in charts stay. */
export async function housekeeping({ store, config, now, log }: StageContext): Promise<Outcome> {
  const { retention } = await config.settings();
  const before = (days: number): Date => new Date(now().getTime() - days * 86_400_000);
  const forgotten = {
    feedChecks: await store.upkeep.deleteFeedChecksBefore(before(retention.feedChecksDays)),
    events: await store.events.deleteBefore(before(retention.eventsDays)),
    deliveries: await store.alerts.deleteDeliveriesBefore(before(retention.deliveriesDays)),
    recipientsReached: await store.recipients.deleteReachedBefore(before(retention.deliveriesDays)),
    previews: await store.previews.deleteBefore(before(PREVIEW_DAYS)),
    texts:
      retention.articleTextDays === 'forever'
        ? 0
        : await store.articles.forgetTextsBefore(before(retention.articleTextDays)),
  };
  if (Object.values(forgotten).some((n) => n > 0)) log('info', 'retention', forgotten);
  return done();
}
