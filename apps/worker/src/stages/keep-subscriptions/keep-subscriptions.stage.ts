import { randomBytes } from 'node:crypto';
import { done, type Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';

const MOST_AT_ONCE = 500;
/** The API wakes take-push at once; what waits longer has lost its job. */
const PUSH_IDLE_MS = 15_000;
/** A poll and a push of the same news may cross; a hub is given this long before its silence counts against it. */
const PUSH_PATIENCE_MS = 10 * 60_000;

/**
 * Keeps subscriptions as feeds and settings want them, ends leases that ran out, distrusts hubs that leave news out, and
 * wakes what is due: requests to hubs, and pushes whose job a crash lost.
 */
export async function keepSubscriptions(context: StageContext): Promise<Outcome> {
  const { store, config, now, log } = context;
  const { pushAddress } = await config.settings();
  const wanted = await store.subscriptions.findWanted(pushAddress ?? null);
  await store.subscriptions.reconcile(wanted, makeKeys, now());
  for (const feedId of await store.subscriptions.expire(now()))
    await tell(context, feedId, 'subscription expired');
  const silentSince = new Date(now().getTime() - PUSH_PATIENCE_MS);
  for (const { feedId, entries } of await store.pushes.distrust(silentSince, now())) {
    log('warn', `a hub did not push ${entries} new entries that a poll found`, { feedId });
    await tell(context, feedId, 'subscription distrusted');
  }
  const due = await store.subscriptions.findDue(now(), MOST_AT_ONCE);
  const waiting = await store.pushes.findWaiting(new Date(now().getTime() - PUSH_IDLE_MS), MOST_AT_ONCE);
  return done(
    { stage: 'ask-hub', payloads: due.map((subscriptionId) => ({ subscriptionId })) },
    { stage: 'take-push', payloads: waiting.map((pushId) => ({ pushId })) },
  );
}

/** 256 bits each. The secret stays below the 200 bytes that WebSub allows (5.1). */
const makeKeys = () => ({
  token: randomBytes(32).toString('base64url'),
  secret: randomBytes(32).toString('hex'),
});

async function tell({ store, now }: StageContext, feedId: string, state: string): Promise<void> {
  await store.events.publish({ kind: 'feed', feedId, state, at: now().toISOString() });
}
