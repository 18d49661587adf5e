import { done, type Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';

/** A preview is looked at once, while somebody waits. */
const PREVIEW_DAYS = 1;

/** An alert that could not be sent for so long is in the inbox, and no news any more. */
const TOO_LATE_DAYS = 7;
const TOO_LATE = `The channel did not work for ${TOO_LATE_DAYS} days.`;

/** Forgets what the retention settings say; articles' counts in charts stay. */
export async function housekeeping({ store, config, now, log }: StageContext): Promise<Outcome> {
  const { retention } = await config.settings();
  const before = (days: number): Date => new Date(now().getTime() - days * 86_400_000);
  const tooLate = await store.deliveries.giveUpBefore(before(TOO_LATE_DAYS), TOO_LATE);
  if (tooLate > 0) log('warn', 'alerts not delivered', { deliveries: tooLate, why: TOO_LATE });
  const forgotten = {
    feedChecks: await store.upkeep.deleteFeedChecksBefore(before(retention.feedChecksDays)),
    events: await store.events.deleteBefore(before(retention.eventsDays)),
    deliveries: await store.deliveries.deleteBefore(before(retention.deliveriesDays)),
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
