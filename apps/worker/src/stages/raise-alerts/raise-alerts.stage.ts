import { type AlertRuleConfig, type BeatSeeds, type Evidence, type Quote } from '@framewatch/contracts';
import type { ArticleRow, ListedArticle, NewAlert } from '@framewatch/store';
import { countsAs } from '@framewatch/trends';
import { done, type Outcome, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { type MatchedArticle, matchesRule } from './match-rule.ts';

/** An article that was waiting for so long is no news any more. */
const NEWS_HOURS = 24;
/** Nor is one that was published so long before it was seen, as when an outlet moves its archive to new addresses. */
const OLD_HOURS = 7 * 24;
const MOST_QUOTES = 3;

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
  const hoursFrom = (from: Date, to: Date): number => (to.getTime() - from.getTime()) / 3_600_000;
  const isStale =
    hoursFrom(article.first_seen_at, now()) > NEWS_HOURS ||
    hoursFrom(article.counted_at, article.first_seen_at) > OLD_HOURS;
  if (!article.is_news || isStale || (await store.classifications.wasAlerted(articleId))) {
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

/** Stores an alert once and tells whoever looks; gives the deliveries that still wait. */
export async function raise({ store, now }: StageContext, alert: NewAlert): Promise<string[]> {
  const { alertId, deliveryIds, isNew } = await store.alerts.raise(alert, now());
  if (isNew) await store.events.publish({ kind: 'alert', alertId, at: now().toISOString() });
  return deliveryIds;
}

interface SeenArticle {
  listed: ListedArticle;
  matched: MatchedArticle;
  evidence: Evidence[];
  text: string;
  isEdited: boolean;
  seeds: BeatSeeds;
}

async function lookAt(
  { store, models }: StageContext,
  { id: articleId, title, text, revision }: ArticleRow,
  beatId: string,
): Promise<SeenArticle | null> {
  const model = await models.findActive(beatId);
  if (!model) return null;
  const classification = (await store.classifications.findForMeasuring(articleId)).find(
    (c) => c.modelId === model.id,
  );
  if (!classification) return null;
  const listed = await store.articleLists.findForAlert(articleId, classification.id);
  if (!listed) return null;
  const labels = (await store.articleLists.findLabels([classification.id])).get(classification.id) ?? [];
  const corrections = await store.corrections.findInForce(articleId, beatId);
  const counts = countsAs({ relevance: classification.relevance, labels }, corrections, listed.text_source);
  const evidence = (await store.articleLists.findEvidence([classification.id])).get(classification.id) ?? [];
  const matched: MatchedArticle = {
    beat: beatId,
    title,
    text,
    outlet: listed.outlet.name,
    group: listed.outlet.outlet_group,
    language: listed.language,
    relevant: counts.relevant,
    relevanceScore: listed.relevance_score ?? 0,
    topics: counts.topics,
    frames: counts.frames,
    labels,
  };
  return { listed, matched, evidence, text, isEdited: revision > 1, seeds: model.seeds };
}

function alertOf(
  rule: ArticleRule,
  { listed, matched, evidence, text, isEdited, seeds }: SeenArticle,
): NewAlert {
  const labels = [...matched.frames, ...matched.topics];
  const wanted = [...(rule.frames ?? []), ...(rule.topics ?? [])];
  const because = labels.filter((id) => wanted.length === 0 || wanted.includes(id));
  const names = because.map((id) => seeds.labels.find((l) => l.id === id)?.name['en'] ?? id);
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
    labels: because,
    why: `Relevant${isEdited ? ' since an edit' : ''} (${matched.relevanceScore.toFixed(2)})${names.length > 0 ? `: ${names.slice(0, 4).join(', ')}` : ''}`,
    quotes: quotesOf(evidence, because, listed.title, text),
    synthetic: listed.synthetic,
    channels: rule.channels,
  };
}

function quotesOf(evidence: Evidence[], because: string[], title: string, text: string): Quote[] {
  const strongest = evidence
    .filter((e) => e.weight > 0 && because.includes(e.labelId))
    .sort((a, b) => b.weight - a.weight);
  const quotes = new Map<string, Quote>();
  for (const { kind, labelId, sentence, voice } of strongest) {
    const words = (sentence.field === 'title' ? title : text).slice(sentence.start, sentence.end).trim();
    if (words !== '' && !quotes.has(words)) quotes.set(words, { kind, labelId, text: words, voice });
  }
  return [...quotes.values()].slice(0, MOST_QUOTES);
}
