import { paceOf } from '../../runtime/host-turn.ts';
import { done, type Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';

/** Hosts that are looked at in one tick; others get their turn with the next. */
const MOST_HOSTS = 100;

/**
 * Hands out pages of imports and backfills, of each host one at a time, and only while the host has nothing else to do:
 * no request waits for its turn there, and none of its feeds is due. So a feed waits for one such page at most.
 */
export async function scheduleWaiting({ store, config, now }: StageContext): Promise<Outcome> {
  const settings = await config.settings();
  const handedOut: string[] = [];
  for (const host of await store.waitingPages.findIdleHosts(now(), MOST_HOSTS)) {
    const freeFrom = await store.hostGates.findFreeFrom(host, paceOf(settings, host));
    if (freeFrom > now()) continue;
    const articleId = await store.waitingPages.handOut(host, now());
    if (articleId !== null) handedOut.push(articleId);
  }
  return done({
    stage: 'read-article',
    payloads: handedOut.map((articleId) => ({ articleId })),
    urgency: 'background',
  });
}
