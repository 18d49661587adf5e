import {
  durationMs,
  type FirstRule,
  isAmong,
  isFirst,
  isKnownFor,
  type MatchedArticle,
  subjectScore,
  whyFirst,
} from '@framewatch/alert-rules';
import type { StageContext } from '../../runtime/stage-context.ts';
import { alertOfArticle } from './alert-of-article.ts';
import type { SeenArticle } from './look-at.ts';
import { raise } from './raise.ts';

/** Raises one alert per topic (or of the beat) that the article's outlet covers for the first time, or again after long. */
export async function raiseFirsts(
  context: StageContext,
  rule: FirstRule,
  seen: SeenArticle,
): Promise<string[]> {
  const deliveryIds: string[] = [];
  for (const topic of subjectsOf(rule, seen.matched)) {
    // What an earlier wording covered already is no first.
    if (seen.before !== null && subjectsOf(rule, seen.before).includes(topic)) continue;
    deliveryIds.push(...(await raiseFirst(context, rule, seen, topic)));
  }
  return deliveryIds;
}

/** The topics of the rule that an article covers, by all of its conditions; null is the beat. */
function subjectsOf(rule: FirstRule, article: MatchedArticle): (string | null)[] {
  const isMeant =
    article.relevant &&
    isAmong(rule.outlets, [article.outlet]) &&
    isAmong(rule.groups, [article.group]) &&
    isAmong(rule.languages, [article.language]);
  if (!isMeant) return [];
  const covered =
    rule.topics === undefined ? [null] : rule.topics.filter((id) => article.topics.includes(id));
  return covered.filter((topic) => subjectScore(article, topic) >= (rule.minimumScore ?? 0));
}

async function raiseFirst(
  context: StageContext,
  rule: FirstRule,
  seen: SeenArticle,
  topic: string | null,
): Promise<string[]> {
  const { ruleHistory, ruleMemory } = context.store;
  const { listed, modelId } = seen;
  const outletId = listed.outlet.id;
  const article = { id: listed.id, outletId, firstSeenAt: listed.first_seen_at };
  const since = (await ruleHistory.findKnownSince([outletId])).get(outletId) ?? null;
  if (!isKnownFor(rule, article, since)) return [];
  const before = await ruleHistory.findCoverageBefore(modelId, article, topic);
  if (!isFirst(rule, { countedAt: listed.counted_at }, before)) return [];
  const occurrenceKey = await ruleMemory.firstOccurrence({
    ruleId: rule.id,
    outletId,
    topic,
    countedAt: listed.counted_at,
    withinMs: rule.after === undefined ? null : durationMs(rule.after),
  });
  const meant = { topics: topic === null ? undefined : [topic] };
  const parts = [whyFirst(listed.outlet.name, topic, before, since)];
  return raise(context, { ...alertOfArticle(rule, seen, meant, parts), occurrenceKey });
}
