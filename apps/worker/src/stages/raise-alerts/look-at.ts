import { judgeArticle, type MatchedArticle } from '@framewatch/alert-rules';
import type { BeatSeeds, Evidence } from '@framewatch/contracts';
import type { ArticleRow, ListedArticle } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';

/** An article as one beat's active model and its editors see it. */
export interface SeenArticle {
  modelId: string;
  listed: ListedArticle;
  matched: MatchedArticle;
  /** The wording at which the rules have looked before, judged the same way; null where they never have. */
  before: MatchedArticle | null;
  evidence: Evidence[];
  isEdited: boolean;
  seeds: BeatSeeds;
}

/** Null where the beat has no model in force, or that has not classified the newest revision. */
export async function lookAt(
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
  const corrections = await store.corrections.findInForce(articleId, beatId);
  const judge = async (
    { id, decision, score }: { id: string; decision: typeof classification.relevance; score: number },
    words: { title: string; text: string },
  ): Promise<MatchedArticle> =>
    judgeArticle(
      {
        beat: beatId,
        ...words,
        outlet: listed.outlet.name,
        group: listed.outlet.outlet_group,
        language: listed.language,
        relevanceScore: score,
        labels: (await store.articleLists.findLabels([id])).get(id) ?? [],
        corrections,
      },
      decision,
      listed.text_source,
    );
  const { id, relevance: decision } = classification;
  const lookedAt = revision > 1 ? await store.classifications.findAlertedBefore(articleId) : null;
  return {
    modelId: model.id,
    listed,
    matched: await judge({ id, decision, score: listed.relevance_score ?? 0 }, { title, text }),
    before: lookedAt === null ? null : await judgeBefore(lookedAt),
    evidence: (await store.articleLists.findEvidence([id])).get(id) ?? [],
    isEdited: revision > 1,
    seeds: model.seeds,
  };

  async function judgeBefore(number: number): Promise<MatchedArticle | null> {
    const judged = await store.articleLists.findRevisionJudgements(articleId, beatId, model?.id ?? '');
    const [then, words] = [
      judged.find((one) => one.revision === number),
      (await store.articleLists.findWordings(articleId)).find((one) => one.number === number),
    ];
    return then && words ? judge(then, { title: words.title, text: words.text }) : null;
  }
}
