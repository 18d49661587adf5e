import type { ArticleHistory, ArticleRevision, RereadingOutcome } from '@framewatch/contracts';
import { diffTexts, diffWords, findCorrectionNotice } from '@framewatch/revisions';
import { notFound } from '../http/problem.ts';
import type { ApiContext } from '../runtime/api-context.ts';

/** An article that changes more often is a live page; its newest changes are shown. */
const MOST_REVISIONS = 30;

/** Every wording of an article with what changed in it and how each was judged. Throws a 404 problem where it does not exist. */
export async function articleHistory(
  { beats, store }: ApiContext,
  id: string,
  beatId: string,
): Promise<ArticleHistory> {
  const { active } = await beats.find(beatId);
  const row = await store.articles.findById(id);
  if (!row) throw notFound(`There is no article ${id}.`);
  const [wordings, readings, judged] = await Promise.all([
    store.articleLists.findWordings(id),
    store.articles.findRereadings(id),
    active ? store.articleLists.findRevisionJudgements(id, beatId, active.id) : [],
  ]);
  const labels = await store.articleLists.findLabels(judged.map((one) => one.id));
  const judgementOf = (number: number): ArticleRevision['judgement'] => {
    const found = judged.find(({ revision }) => revision === number);
    if (!found) return null;
    const { id: key, modelVersion, score, decision } = found;
    const shown = (labels.get(key) ?? []).filter((label) => label.decision !== 'no');
    return { modelVersion, relevance: { score, decision }, labels: shown };
  };
  const revisions = wordings.map((wording, index) => ({
    ...revisionOf(wording, wordings[index - 1], row.language),
    judgement: judgementOf(wording.number),
  }));
  return {
    revisions: revisions.slice(-MOST_REVISIONS),
    readings: readings.map(({ at, why, outcome, note }) => ({
      at: at.toISOString(),
      why: why as 'clock' | 'feed',
      outcome: outcome as RereadingOutcome,
      note,
    })),
    withdrawnAt: row.gone_at?.toISOString() ?? null,
    nextReadingAt: row.reread_at?.toISOString() ?? null,
  };
}

interface Wording {
  number: number;
  seenAt: Date;
  title: string;
  text: string;
  changed: string[];
}

function revisionOf(
  { number, seenAt, title, text, changed }: Wording,
  before: Wording | undefined,
  language: string,
): Omit<ArticleRevision, 'judgement'> {
  const facts = {
    number,
    seenAt: seenAt.toISOString(),
    title,
    changed: changed as ArticleRevision['changed'],
  };
  if (!before) return { ...facts, notice: null, titleDiff: null, textDiff: null };
  // A text that was read more whole is no edit: all of it would be marked as new. A forgotten one cannot be compared.
  const isEdit = changed.includes('text') && text !== '' && before.text !== '';
  return {
    ...facts,
    notice: isEdit ? findCorrectionNotice(before.text, text, language) : null,
    titleDiff: before.title === title ? null : diffWords(before.title, title, language),
    textDiff: isEdit ? diffTexts(before.text, text, language) : null,
  };
}
