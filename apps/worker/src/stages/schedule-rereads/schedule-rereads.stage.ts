import { done, type Outcome, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';

/** Articles woken at once, of as many hosts; the rest is due still and comes with the next tick. */
const MOST_AT_ONCE = 200;

/** Wakes articles that are due to be read again, one a host, behind everything that is news. */
export async function scheduleRereads({ store, config, now }: StageContext): Promise<Outcome> {
  const { rereading } = await config.settings();
  if (rereading.after === 'none') return skipped('the settings want nothing read again');
  const due = await store.articles.findDueForRereading(now(), rereading.articles, MOST_AT_ONCE);
  return done({
    stage: 'reread-article',
    payloads: due.map((articleId) => ({ articleId })),
    urgency: 'background',
  });
}
