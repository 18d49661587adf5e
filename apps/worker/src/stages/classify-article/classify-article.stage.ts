import { done, type Outcome, skipped, urgencyOf } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';

/** Classifies an article's newest revision with every live model: each beat's active one, and one being prepared. */
export async function classifyArticle(
  { store, models, now }: StageContext,
  { articleId }: { articleId: string },
): Promise<Outcome> {
  const article = await store.articles.findById(articleId);
  if (!article) return skipped('the article is gone');
  if (article.grouped_at === null) return skipped('it is not grouped yet');
  const live = await store.models.findLive();
  for (const { id, beatId } of live) {
    const model = await models.get(id);
    const result = model.classify({
      title: article.title,
      text: article.text,
      // Left out where extraction could not tell: the classifier then finds out itself.
      ...(article.language === 'und' ? {} : { language: article.language }),
    });
    await store.classifications.save({ articleId, revision: article.revision, beatId, modelId: id }, result);
  }
  if (live.length === 0) return skipped('no beat has a model yet; requeue-stuck brings it back');
  await store.articles.markClassified(articleId, article.revision, now());
  return done(
    { stage: 'measure-trends', payloads: [{ articleId }], urgency: urgencyOf(article) },
    { stage: 'raise-alerts', payloads: article.is_news ? [{ articleId }] : [] },
  );
}
