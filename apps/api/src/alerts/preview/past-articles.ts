import { countedArticle, type MatchedArticle, quotesFor } from '@framewatch/alert-rules';
import type { WhyPart } from '@framewatch/contracts';
import type { PastArticle } from '@framewatch/store';
import type { BeatPast, PastAlert } from './past.ts';

/** Articles as rules look at them, with their texts and the scores of their labels where these are wanted. */
export async function matchedArticles(
  { context: { store } }: BeatPast,
  beat: string,
  articles: readonly PastArticle[],
  wanted: { texts: boolean; labels: boolean },
): Promise<Map<PastArticle, MatchedArticle>> {
  const ids = articles.map(({ id }) => id);
  const classified = wanted.labels
    ? articles.flatMap(({ classification_id }) => classification_id ?? [])
    : [];
  const [texts, labels, corrections] = await Promise.all([
    store.ruleHistory.findTexts(wanted.texts ? ids : []),
    store.articleLists.findLabels(classified),
    store.articleLists.findCorrections(ids, beat),
  ]);
  return new Map(
    articles.map((article) => [
      article,
      countedArticle(
        {
          beat,
          title: article.title,
          text: texts.get(article.id) ?? '',
          outlet: article.outlet,
          group: article.outlet_group,
          language: article.language,
          relevanceScore: article.relevance_score ?? 0,
          labels: labels.get(article.classification_id ?? '') ?? [],
          corrections: corrections.get(article.id) ?? [],
        },
        { relevant: true, topics: article.topics, frames: article.frames },
      ),
    ]),
  );
}

/** An alert of an article; its reasons, and the sentences that spoke for the named labels, are found when asked for. */
export function alertOf(
  past: BeatPast,
  rule: { beat: string; topics?: string[] | undefined; frames?: string[] | undefined },
  article: PastArticle,
  reasons: (matched: MatchedArticle) => WhyPart[],
): PastAlert {
  return {
    at: article.first_seen_at,
    title: article.title,
    articleId: article.id,
    outlet: article.outlet,
    async explain() {
      const found = await matchedArticles(past, rule.beat, [article], { texts: true, labels: true });
      const matched = found.get(article);
      if (matched === undefined) return { parts: [], quotes: [] };
      const key = article.classification_id ?? '';
      const evidence = await past.context.store.articleLists.findEvidence(key === '' ? [] : [key]);
      return { parts: reasons(matched), quotes: quotesFor(rule, matched, evidence.get(key) ?? []) };
    },
  };
}
