import { matchesRule, OLDEST_NEWS_MS, whyArticle } from '@framewatch/alert-rules';
import type { PastArticle } from '@framewatch/store';
import { alertOf, matchedArticles } from './past-articles.ts';
import type { BeatPast, Replay, RuleOn } from './past.ts';
import { byStory } from './by-story.ts';

/** More candidates than this are not looked at; with words, whose texts have to be read, fewer. */
const MOST_ARTICLES = 20_000;
const MOST_TEXTS = 4_000;
/** A story that goes on for longer than this counts as a new one. */
const STORY_MS = 14 * 86_400_000;

/** Runs a rule over the news of the past: one alert per article, or per story with the first of its articles. */
export async function replayArticles(
  past: BeatPast,
  rule: RuleOn<'new-article'> | RuleOn<'new-story'>,
): Promise<Replay> {
  const { store } = past.context;
  const limit = rule.words ? MOST_TEXTS : MOST_ARTICLES;
  // A story may have begun before the period; it is then no new one within it.
  const from = rule.on === 'new-story' ? new Date(past.from.getTime() - STORY_MS) : past.from;
  const scope = { ...rule, modelId: past.model.id };
  const found = await store.ruleHistory.findNews(scope, from, past.now, OLDEST_NEWS_MS, limit + 1);
  const candidates = found.slice(0, limit);
  const matched = await matchedArticles(past, rule.beat, candidates, {
    texts: rule.words !== undefined,
    labels: rule.minimumScore !== undefined,
  });
  const hits = [...matched].filter(([, article]) => matchesRule(rule, article)).map(([article]) => article);
  const firsts = rule.on === 'new-story' ? await firstOfStories(past, hits) : hits;
  return {
    alerts: firsts.map((article) =>
      alertOf(past, rule, article, (seen) => whyArticle(rule, seen, { edited: article.edited })),
    ),
    caveats: found.length > limit ? [tooMany(candidates)] : [],
  };
}

async function firstOfStories({ context }: BeatPast, hits: PastArticle[]): Promise<PastArticle[]> {
  const stories = [...new Set(hits.flatMap(({ story_id }) => story_id ?? []))];
  const alertedAs = await context.store.ruleHistory.findAlertedAs(stories);
  return byStory(hits, alertedAs);
}

const tooMany = (candidates: readonly PastArticle[]): string =>
  `Only the newest ${candidates.length} articles that may match were looked at, back to ${candidates.at(-1)?.first_seen_at.toISOString().slice(0, 10)}; the figures before that day are too low.`;
