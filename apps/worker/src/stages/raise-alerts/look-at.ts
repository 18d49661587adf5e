import { judgeArticle, type MatchedArticle } from '@framewatch/alert-rules';
import type { BeatSeeds, Evidence } from '@framewatch/contracts';
import type { ArticleRow, ListedArticle } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';

/** An article as one beat's active model and its editors see it. */
export interface SeenArticle {
  modelId: string;
  listed: ListedArticle;
  matched: MatchedArticle;
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
  const ids = [classification.id];
  const listed = await store.articleLists.findForAlert(articleId, classification.id);
  if (!listed) return null;
  const corrections = await store.corrections.findInForce(articleId, beatId);
  const matched = judgeArticle(
    {
      beat: beatId,
      title,
      text,
      outlet: listed.outlet.name,
      group: listed.outlet.outlet_group,
      language: listed.language,
      relevanceScore: listed.relevance_score ?? 0,
      labels: (await store.articleLists.findLabels(ids)).get(classification.id) ?? [],
      corrections,
    },
    classification.relevance,
    listed.text_source,
  );
  const evidence = (await store.articleLists.findEvidence(ids)).get(classification.id) ?? [];
  return { modelId: model.id, listed, matched, evidence, isEdited: revision > 1, seeds: model.seeds };
}
