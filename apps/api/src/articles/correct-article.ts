import type { ArticleDetail, CorrectionRequest } from '@framewatch/contracts';
import { countsAs } from '@framewatch/trends';
import { correctionsFile } from '../keeper/names.ts';
import { invalid, notFound } from '../http/problem.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import type { LiveBeat } from '../runtime/beat-catalog.ts';
import { articleDetail } from './article-detail.ts';

/**
 * Stores an editor's word on an article and lays it over every live model at once: what the article counts as in the
 * charts is computed anew before the answer goes out.
 */
export async function correctArticle(
  context: ApiContext,
  articleId: string,
  request: CorrectionRequest,
): Promise<ArticleDetail> {
  const { beats, store, now } = context;
  checkLabels(await beats.find(request.beat), request);
  const article = await store.articles.findById(articleId);
  if (!article) throw notFound(`There is no article ${articleId}.`);
  await store.corrections.apply(articleId, request, now());
  await store.upkeep.audit('article corrected', { articleId, ...request });
  const relevant = await measureAgain(context, articleId, request.beat, article.text_source);
  const at = now().toISOString();
  await store.events.publish({ kind: 'article', articleId, beat: request.beat, relevant, at });
  // The keeper hears of it and prepares a model that has learnt from it.
  await store.events.publish({ kind: 'config', file: correctionsFile(request.beat), problems: 0, at });
  return articleDetail(context, articleId, request.beat);
}

function checkLabels(beat: LiveBeat, { corrections }: CorrectionRequest): void {
  const known = (beat.active ?? beat.preparing)?.seeds.labels ?? [];
  const errors = corrections.flatMap(({ kind, labelId }, index) => {
    const isKnown =
      kind === 'relevance' ? labelId === 'relevance' : known.some((l) => l.kind === kind && l.id === labelId);
    return isKnown
      ? []
      : [{ field: `corrections.${index}.labelId`, message: `The beat has no ${kind} "${labelId}".` }];
  });
  if (errors.length > 0) throw invalid(errors);
}

/** Returns whether the article now counts as relevant under the active model. */
async function measureAgain(
  { store, beats }: ApiContext,
  articleId: string,
  beatId: string,
  textSource: string,
): Promise<boolean> {
  const classified = (await store.classifications.findForMeasuring(articleId)).filter(
    (c) => c.beatId === beatId,
  );
  const labels = await store.articleLists.findLabels(classified.map(({ id }) => id));
  const corrections = await store.corrections.findInForce(articleId, beatId);
  const { active } = await beats.find(beatId);
  let relevant = false;
  for (const { id, modelId, revision, relevance } of classified) {
    const fact = countsAs({ relevance, labels: labels.get(id) ?? [] }, corrections, textSource);
    await store.trends.saveFact({ articleId, modelId, beatId, revision, ...fact });
    if (modelId === active?.id) relevant = fact.relevant;
  }
  return relevant;
}
