import { done, type Outcome, type Wake } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { settleHolds } from '../deliver-alert/settle-holds.ts';
import { IDLE_SECONDS } from '../reclassify-articles/reclassify-articles.stage.ts';

const MOST_AT_ONCE = 500;
/** Articles of one reclassify-articles job: enough to make its transaction worth it, and a few megabytes. */
const RANGE = 250;
/** What all workers together are given to re-classify at a time; more comes with the next turn. */
const MOST_TO_RECLASSIFY = 20_000;

/** A day that is still being written, as today's is, is packed once it was left alone for a moment. */
const FOLD_IDLE_SECONDS = 5;
const MOST_TO_FOLD = 200;

/**
 * Heals what a crash left between two stages, fills in a new model's classifications, activates it when they are
 * complete, and packs the days of charts that changed. All of it is one kind of query: everything that lacks a stage.
 */
export async function requeueStuck(context: StageContext): Promise<Outcome> {
  const { store, now } = context;
  const wakes: Wake[] = await stuckArticles(context);
  await store.trends.foldTouched(now(), FOLD_IDLE_SECONDS, MOST_TO_FOLD);
  const single = new Set<string>();
  for (const model of await store.models.findLive()) {
    const lacking = await store.models.findLackingClassification(
      model.id,
      now(),
      IDLE_SECONDS,
      MOST_TO_RECLASSIFY,
    );
    const stored = lacking.filter(({ fate }) => fate === 'classified');
    // A few that the charts in force lack were lost on their way, and are taken up there with all that follows.
    const isBacklog = model.status === 'preparing' || stored.length > MOST_AT_ONCE;
    const lost = isBacklog ? lacking.filter(({ fate }) => fate !== 'classified') : lacking;
    for (const { id } of lost.slice(0, MOST_AT_ONCE)) single.add(id);
    if (isBacklog) wakes.push(inRanges(model.id, stored));
    if (lacking.length === 0 && model.status === 'preparing' && (await store.models.isComplete(model.id)))
      await activate(context, model);
  }
  wakes.push({
    stage: 'classify-article',
    payloads: [...single].map((articleId) => ({ articleId })),
    urgency: 'background',
  });
  const unalerted = await store.classifications.findUnalerted(now(), IDLE_SECONDS, MOST_AT_ONCE);
  wakes.push({ stage: 'raise-alerts', payloads: unalerted.map((articleId) => ({ articleId })) });
  wakes.push({ stage: 'deliver-alert', payloads: await settleHolds(context) });
  return done(...wakes);
}

/** Ranges begin at fixed ids, so that one that waits already is not added twice. */
function inRanges(modelId: string, articles: readonly { id: string }[]): Wake {
  const starts = new Set(articles.map(({ id }) => Math.floor(Number(id) / RANGE) * RANGE));
  const payloads = [...starts].map((from) => ({
    modelId,
    fromId: String(from),
    toId: String(from + RANGE - 1),
  }));
  return { stage: 'reclassify-articles', payloads, urgency: 'background' };
}

async function stuckArticles({ store, now }: StageContext): Promise<Wake[]> {
  const stuck = await store.articles.takeStuck(now(), IDLE_SECONDS, MOST_AT_ONCE);
  const lacking = (fate: string, isNews: boolean) =>
    stuck
      .filter((article) => article.fate === fate && article.is_news === isNews)
      .map(({ id }) => ({ articleId: id }));
  return [
    { stage: 'read-article', payloads: lacking('found', true) },
    { stage: 'group-article', payloads: lacking('read', true) },
    { stage: 'read-article', payloads: lacking('found', false), urgency: 'background' },
    { stage: 'group-article', payloads: lacking('read', false), urgency: 'background' },
  ];
}

async function activate(
  { store, now, log }: StageContext,
  model: { id: string; beatId: string; version: string },
): Promise<void> {
  if (!(await store.models.activate(model.id, now()))) return;
  await store.events.publish({
    kind: 'model',
    beat: model.beatId,
    version: model.version,
    at: now().toISOString(),
  });
  log('info', `model ${model.version} of ${model.beatId} is in force`);
}
