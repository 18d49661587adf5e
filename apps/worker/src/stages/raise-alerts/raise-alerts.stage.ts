import { isNews } from '@framewatch/alert-rules';
import type { AlertRuleConfig } from '@framewatch/contracts';
import { done, type Outcome, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { lookAt } from './look-at.ts';
import { raiseFirsts } from './raise-firsts.ts';
import { raiseOfArticle } from './raise-of-article.ts';

/**
 * Raises one alert per rule and article, story, or first coverage. Only news alerts: never an import, a first poll or a
 * re-classification. A revision is looked at anew while the article is news: one that a desk never heard of because
 * it became relevant by an edit is new to it.
 */
export async function raiseAlerts(
  context: StageContext,
  { articleId }: { articleId: string },
): Promise<Outcome> {
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
