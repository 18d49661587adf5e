import { done, type Outcome, type Wake } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';

const IDLE_SECONDS = 30;
const MOST_AT_ONCE = 500;
/** An article that stops so often between two stages breaks the reader: a person has to look. */
const MOST_TRIES = 8;

/**
 * Heals what a crash left between two stages, fills in a new model's classifications, and activates it when they are
 * complete. All of it is one kind of query: everything that lacks a stage.
 */
export async function requeueStuck(context: StageContext): Promise<Outcome> {
  const { store, now } = context;
  const wakes: Wake[] = await stuckArticles(context);
  const lacking = new Set<string>();
  for (const model of await store.models.findLive()) {
    const ids = await store.models.findLackingClassification(model.id, MOST_AT_ONCE);
    for (const id of ids) lacking.add(id);
    if (ids.length === 0 && model.status === 'preparing') await activate(context, model);
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

async function stuckArticles({ store, now, log }: StageContext): Promise<Wake[]> {
  const reading: string[] = [];
  const grouping: string[] = [];
  for (const { id, fate } of await store.articles.findStuck(now(), IDLE_SECONDS, MOST_AT_ONCE)) {
    const tries = await store.articles.countAttempt(id);
    if (tries > MOST_TRIES) {
      await store.articles.setFate(id, 'quarantined', `It stopped ${tries} times after being ${fate}.`);
      log('error', 'article quarantined', { articleId: id, fate });
      continue;
    }
    await store.articles.postpone(id, now());
    (fate === 'found' ? reading : grouping).push(id);
  }
  return [
    { stage: 'read-article', payloads: reading.map((articleId) => ({ articleId })) },
    { stage: 'group-article', payloads: grouping.map((articleId) => ({ articleId })) },
  ];
}

async function activate(
  { store, now, log }: StageContext,
  model: { id: string; beatId: string; version: string },
): Promise<void> {
  await store.models.activate(model.id, now());
  await store.events.publish({
    kind: 'model',
    beat: model.beatId,
    version: model.version,
    at: now().toISOString(),
  });
  log('info', `model ${model.version} of ${model.beatId} is in force`);
}
