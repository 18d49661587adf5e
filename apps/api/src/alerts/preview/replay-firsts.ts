import { findFirsts, OLDEST_NEWS_MS, subjectScore, whyFirst } from '@framewatch/alert-rules';
import type { PastArticle, PastCoverage } from '@framewatch/store';
import { alertOf, matchedArticles } from './past-articles.ts';
import type { BeatPast, Replay, RuleOn } from './past.ts';

type FirstRule = RuleOn<'first-coverage'>;

/** Articles of the period that may be a first, at most. */
const MOST_ARTICLES = 20_000;

/** Replays which outlets covered a topic for the first time, or for the first time in a while. */
export async function replayFirsts(past: BeatPast, rule: FirstRule): Promise<Replay> {
  const { store } = past.context;
  const scope = { ...rule, modelId: past.model.id };
  // Coverage in any language and of any score is known coverage; only what may raise is narrowed further.
  const all = { modelId: past.model.id, topics: rule.topics, outlets: rule.outlets, groups: rule.groups };
  const oldest = new Date(past.from.getTime() - OLDEST_NEWS_MS);
  const tomorrow = new Date(past.now.getTime() + 86_400_000);
  const [news, coverage, last] = await Promise.all([
    store.ruleHistory.findNews(scope, past.from, past.now, OLDEST_NEWS_MS, MOST_ARTICLES),
    store.ruleHistory.findCoverage(all, oldest, tomorrow),
    store.ruleHistory.findLastCoverage(all, oldest),
  ]);
  const candidates = new Map(news.map((article) => [article.id, article]));
  const scores = await scoresOf(past, rule, news);
  const since = await store.ruleHistory.findKnownSince([
    ...new Set(coverage.map(({ outlet_id }) => outlet_id)),
  ]);
  const known = new Map(last.map((row) => [`${row.outlet_id} ${row.topic ?? ''}`, row.counted_at]));
  const firsts = findFirsts(
    rule,
    coverage.map((row) => ({
      ...seen(row),
      mayRaise: candidates.has(row.article_id) && scores(row) >= (rule.minimumScore ?? 0),
    })),
    (outletId, topic) => known.get(`${outletId} ${topic ?? ''}`) ?? null,
    (outletId) => since.get(outletId) ?? null,
  );
  const alerts = firsts.flatMap(({ coverage: { articleId, topic, outletId }, before }) => {
    const article = candidates.get(articleId);
    if (!article) return [];
    const subject = { beat: rule.beat, topics: topic === null ? undefined : [topic] };
    const why = whyFirst(article.outlet, topic, before, since.get(outletId) ?? null);
    return [alertOf(past, subject, article, () => [why])];
  });
  return { alerts, caveats: [] };
}

const seen = (row: PastCoverage) => ({
  outletId: row.outlet_id,
  topic: row.topic,
  articleId: row.article_id,
  countedAt: row.counted_at,
  firstSeenAt: row.first_seen_at,
});

/** The score of an article's topic; 1 where the rule asks for none. */
async function scoresOf(
  past: BeatPast,
  rule: FirstRule,
  news: PastArticle[],
): Promise<(row: PastCoverage) => number> {
  if (rule.minimumScore === undefined) return () => 1;
  const matched = await matchedArticles(past, rule.beat, news, { texts: false, labels: true });
  const byId = new Map([...matched].map(([article, found]) => [article.id, found]));
  return ({ article_id, topic }) => {
    const article = byId.get(article_id);
    return article === undefined ? 0 : subjectScore(article, topic);
  };
}
