import { isNews } from '@framewatch/alert-rules';
import type { AlertRuleConfig } from '@framewatch/contracts';
import { done, type Outcome, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { askedTogether } from './asked-together.ts';
import { lookAt } from './look-at.ts';
import { raiseFirsts } from './raise-firsts.ts';
import { raiseOfArticle } from './raise-of-article.ts';

/** So many that wait are taken up with one. */
const MOST_OF_BACKLOG = 250;
/** Younger ones have jobs of their own; all beats of an article are classified by then. */
const BACKLOG_SECONDS = 5;

/**
 * Raises the alerts of one article, and of a backlog where a burst or a crash has left one: many articles cost little
 * more than one, for all are asked for together.
 */
export async function raiseAlerts(
  context: StageContext,
  { articleId }: { articleId: string },
): Promise<Outcome> {
  const outcome = await raiseOfOne(context, articleId);
  const { store, now, log } = context;
  let hasBacklog = false;
  await store.burst.withBacklog(now(), BACKLOG_SECONDS, MOST_OF_BACKLOG, async (ids) => {
    hasBacklog = true;
    const many = askedTogether(context);
    const ends = await Promise.allSettled(ids.map((id) => raiseOfOne(many, id)));
    // One that fails has a job of its own, which counts its failures.
    const failed = ends.filter((end) => end.status === 'rejected');
    if (failed.length > 0)
      log('warn', `raise-alerts failed on ${failed.length} of ${ids.length}`, {
        error: String(failed[0]?.reason),
      });
  });
  if (!hasBacklog) return outcome;
  return done({ stage: 'deliver-alert', payloads: await store.deliveries.findDue(now()) });
}

/**
 * Raises one alert per rule and article, story, or first coverage. Only news alerts: never an import, a first poll or a
 * re-classification. A revision is looked at anew while the article is news: one that a desk never heard of because
 * it became relevant by an edit is new to it.
 */
async function raiseOfOne(context: StageContext, articleId: string): Promise<Outcome> {
  const { store, config, now } = context;
  const article = await store.articles.findById(articleId);
  if (!article) return skipped('the article is gone');
  const times = {
    isNews: article.is_news,
    countedAt: article.counted_at,
    firstSeenAt: article.first_seen_at,
  };
  if (!isNews(times, now()) || (await store.classifications.wasAlerted(articleId))) {
    await store.classifications.markAlerted(articleId, now());
    return skipped('it is not news');
  }
  const rules = (await config.alerts()).rules.filter(isOnArticles).filter((rule) => rule.enabled);
  const deliveryIds: string[] = [];
  for (const beatId of new Set(rules.map((rule) => rule.beat))) {
    const seen = await lookAt(context, article, beatId);
    if (seen === null) continue;
    for (const rule of rules.filter((r) => r.beat === beatId))
      deliveryIds.push(
        ...(rule.on === 'first-coverage'
          ? await raiseFirsts(context, rule, seen)
          : await raiseOfArticle(context, rule, seen)),
      );
  }
  await store.classifications.markAlerted(articleId, now());
  return done({ stage: 'deliver-alert', payloads: deliveryIds.map((deliveryId) => ({ deliveryId })) });
}

type RuleOnArticles = Extract<AlertRuleConfig, { on: 'new-article' | 'new-story' | 'first-coverage' }>;
const isOnArticles = (rule: AlertRuleConfig): rule is RuleOnArticles =>
  rule.on === 'new-article' || rule.on === 'new-story' || rule.on === 'first-coverage';
