import { countsAs } from '@framewatch/trends';
import { done, type Outcome, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';

/** Writes what an article counts as in every live model's charts, corrections applied. Run twice, the same rows. */
export async function measureTrends(
  { store, now }: StageContext,
  { articleId }: { articleId: string },
): Promise<Outcome> {
  const article = await store.articles.findById(articleId);
  if (!article) return skipped('the article is gone');
  const classifications = await store.classifications.findForMeasuring(articleId);
  if (classifications.length === 0) return skipped('it is not classified');
  const labels = await store.articleLists.findLabels(classifications.map((c) => c.id));
  for (const { id, beatId, modelId, revision, relevance } of classifications) {
    const corrections = await store.corrections.findInForce(articleId, beatId);
    const fact = countsAs({ relevance, labels: labels.get(id) ?? [] }, corrections, article.text_source);
    const isNews = await store.trends.saveFact({ articleId, modelId, beatId, revision, ...fact });
    if (isNews)
      await store.events.publish({
        kind: 'article',
        articleId,
        beat: beatId,
        relevant: fact.relevant,
        at: now().toISOString(),
      });
  }
  return done();
}
