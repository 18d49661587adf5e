import { setImmediate as breathe } from 'node:timers/promises';
import type { BeatModel } from '@framewatch/classifier';
import type { Classification, LabelScore, ReclassificationPayload } from '@framewatch/contracts';
import type { JudgedArticle, UnmeasuredArticle } from '@framewatch/store';
import { countsAs } from '@framewatch/trends';
import { done, type Outcome, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';

/** Articles touched so lately are on their way through the other stages, which measure them for every live model. */
export const IDLE_SECONDS = 30;
/** Texts judged before other work of this process gets its turn: a few milliseconds. */
const TEXTS_A_TURN = 5;

/**
 * Classifies stored articles of a range with one model and writes all of it at once: one read, one transaction. What
 * the model has measured already is left out, so a second run does nothing. News never waits for this: each article of
 * it goes through classify-article.
 */
export async function reclassifyArticles(
  { store, models, now, log }: StageContext,
  { modelId, ...range }: ReclassificationPayload,
): Promise<Outcome> {
  const model = (await store.models.findLive()).find(({ id }) => id === modelId);
  if (!model) return skipped('the model is not wanted any more');
  const articles = await store.reclassifications.findUnmeasured(modelId, range, now(), IDLE_SECONDS);
  if (articles.length === 0) return skipped('all of it is measured');
  const labels = await store.articleLists.findLabels(articles.flatMap(({ stored }) => stored?.id ?? []));
  const trained = await models.get(modelId);
  const judged: JudgedArticle[] = [];
  const failed: string[] = [];
  for (const [index, article] of articles.entries()) {
    try {
      judged.push(judge(trained, article, labels));
    } catch (error) {
      // One bad text does not hold up the others of its range.
      log('warn', `reclassify-articles: ${String(error)}`, { articleId: article.id });
      failed.push(article.id);
    }
    if (index % TEXTS_A_TURN === TEXTS_A_TURN - 1) await breathe();
  }
  await store.reclassifications.save(model, judged, now());
  return done({
    stage: 'classify-article',
    payloads: failed.map((articleId) => ({ articleId })),
    urgency: 'background',
  });
}

function judge(
  model: BeatModel,
  article: UnmeasuredArticle,
  labels: ReadonlyMap<string, LabelScore[]>,
): JudgedArticle {
  const { id, revision, stored } = article;
  const result = stored === null ? classify(model, article) : null;
  const decided = result
    ? { relevance: result.relevance.decision, labels: result.labels }
    : { relevance: stored?.relevance ?? 'no', labels: labels.get(stored?.id ?? '') ?? [] };
  return {
    articleId: id,
    revision,
    result,
    countsAs: (corrections, textSource) => countsAs(decided, corrections, textSource),
  };
}

const classify = (model: BeatModel, { title, text, language }: UnmeasuredArticle): Classification =>
  // Left out where extraction could not tell: the classifier then finds out itself.
  model.classify({ title, text, ...(language === 'und' ? {} : { language }) });
