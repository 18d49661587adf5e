import {
  isNews,
  labelsMeant,
  matchesRule,
  nameOfLabel,
  quotesFor,
  sayWhy,
  whyArticle,
} from '@framewatch/alert-rules';
import type { AlertRuleConfig } from '@framewatch/contracts';
import type { NewAlert } from '@framewatch/store';
import { done, type Outcome, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { lookAt, type SeenArticle } from './look-at.ts';
import { raise } from './raise.ts';

/**
 * Raises one alert per rule and article (or story). Only news alerts: never an import, a first poll or a
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
  const rules = (await config.alerts()).rules.filter(isArticleRule).filter((rule) => rule.enabled);
  const deliveryIds: string[] = [];
  for (const beatId of new Set(rules.map((rule) => rule.beat))) {
    const seen = await lookAt(context, article, beatId);
    if (seen === null) continue;
    for (const rule of rules.filter((r) => r.beat === beatId && matchesRule(r, seen.matched)))
      deliveryIds.push(...(await raise(context, alertOf(rule, seen))));
  }
  await store.classifications.markAlerted(articleId, now());
  return done({ stage: 'deliver-alert', payloads: deliveryIds.map((deliveryId) => ({ deliveryId })) });
}

type ArticleRule = Extract<AlertRuleConfig, { on: 'new-article' | 'new-story' }>;
const isArticleRule = (rule: AlertRuleConfig): rule is ArticleRule =>
  rule.on === 'new-article' || rule.on === 'new-story';

function alertOf(rule: ArticleRule, { listed, matched, evidence, isEdited, seeds }: SeenArticle): NewAlert {
  const parts = whyArticle(rule, matched, { edited: isEdited });
  return {
    ruleId: rule.id,
    ruleName: rule.name,
    occurrenceKey: `article-${listed.id}`,
    ...(rule.on === 'new-story' && listed.story_id ? { storyId: listed.story_id } : {}),
    on: rule.on,
    beatId: matched.beat,
    title: listed.title,
    articleId: listed.id,
    url: listed.url,
    outlet: listed.outlet.name,
    labels: labelsMeant(rule, matched).map(({ labelId }) => labelId),
    why: sayWhy(parts, nameOfLabel(seeds)),
    quotes: quotesFor(rule, matched, evidence),
    synthetic: listed.synthetic,
    channels: rule.channels,
  };
}
