import { done, type Outcome, type Wake } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';

const IDLE_SECONDS = 30;
const MOST_AT_ONCE = 500;

/**
 * Heals what a crash left between two stages, fills in a new model's classifications, and activates it when they are
 * complete. All of it is one kind of query: everything that lacks a stage.
 */
export async function requeueStuck(context: StageContext): Promise<Outcome> {
  const { store, now } = context;
  const wakes: Wake[] = await stuckArticles(context);
  const lacking = new Set<string>();
  for (const model of await store.models.findLive()) {
    const ids = await store.models.findLackingClassification(model.id, now(), IDLE_SECONDS, MOST_AT_ONCE);
    for (const id of ids) lacking.add(id);
    if (ids.length === 0 && model.status === 'preparing' && (await store.models.isComplete(model.id)))
      await activate(context, model);
  }
  wakes.push({
    stage: 'classify-article',
    payloads: [...lacking].map((articleId) => ({ articleId })),
    urgency: 'background',
  });
  const unalerted = await store.classifications.findUnalerted(now(), IDLE_SECONDS, MOST_AT_ONCE);
  wakes.push({ stage: 'raise-alerts', payloads: unalerted.map((articleId) => ({ articleId })) });
  const due = await store.alerts.findDueDeliveries(now(), MOST_AT_ONCE);
  wakes.push({ stage: 'deliver-alert', payloads: due.map((deliveryId) => ({ deliveryId })) });
  return done(...wakes);
}

async function stuckArticles({ store, now }: StageContext): Promise<Wake[]> {
  const stuck = await store.articles.takeStuck(now(), IDLE_SECONDS, MOST_AT_ONCE);
  const lacking = (fate: string) =>
    stuck.filter((article) => article.fate === fate).map(({ id }) => ({ articleId: id }));
  return [
    { stage: 'read-article', payloads: lacking('found') },
    { stage: 'group-article', payloads: lacking('read') },
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
