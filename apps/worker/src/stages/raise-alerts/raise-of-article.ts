import { type ArticleRule, isFollowUp, matchesRule, whyArticle } from '@framewatch/alert-rules';
import type { StageContext } from '../../runtime/stage-context.ts';
import { alertOfArticle } from './alert-of-article.ts';
import type { SeenArticle } from './look-at.ts';
import { raise } from './raise.ts';

/**
 * Raises what a rule says of an article. A wording that met the rule before is no news: either its alert is there, or the
 * rule is younger than the article. A later article of a story that is alerted of already is folded into that alert.
 */
export async function raiseOfArticle(
  context: StageContext,
  rule: ArticleRule,
  seen: SeenArticle,
): Promise<string[]> {
  const { listed, matched, before, isEdited } = seen;
  const isMet = matchesRule(rule, matched) && !(before !== null && matchesRule(rule, before));
  const parts = isMet ? whyArticle(rule, matched, { edited: isEdited }) : [];
  const deliveryIds = isMet
    ? await raise(context, {
        ...alertOfArticle(rule, seen, rule, parts),
        occurrenceKey: `article-${listed.id}`,
        ...(rule.on === 'new-story' && listed.story_id ? { storyId: listed.story_id } : {}),
      })
    : [];
  if (rule.on === 'new-story' && listed.story_id !== null && isFollowUp(rule, matched))
    await foldIn(context, rule.id, listed.story_id, listed.id);
  return deliveryIds;
}

async function foldIn({ store, now }: StageContext, ruleId: string, storyId: string, articleId: string) {
  const alertId = await store.ruleMemory.foldIn({ ruleId, storyId, articleId }, now());
  // The page that shows the alert asks for it again, as it does for a new one.
  if (alertId !== null) await store.events.publish({ kind: 'alert', alertId, at: now().toISOString() });
}
