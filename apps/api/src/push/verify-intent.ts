import type { SubscriptionRow } from '@framewatch/store';
import type { ApiContext } from '../runtime/api-context.ts';

const DAY_MS = 86_400_000;
/** A hub may verify late, and again where our answer was lost; after this it verifies what nobody asked for. */
const VERIFIED_WITHIN_MS = DAY_MS;
/** What is asked for, and assumed where a hub does not say. */
const USUAL_LEASE_SECONDS = 864_000;
/** Longer leases are renewed as if they were this long: a hub that forgets us is noticed then. */
const LONGEST_LEASE_SECONDS = 30 * 86_400;
/** Renewed when so much of the lease has passed, so that several tries are left. */
const RENEW_AFTER = 0.6;
const RENEW_SPREAD = 0.1;
const SHORTEST_RENEWAL_MS = 60_000;
const LONGEST_CHALLENGE = 4_096;
const LONGEST_REASON = 300;

/** What a verification request is answered with; null: 404, we do not agree. */
export type Agreement = { text: string } | null;

/**
 * Settles what a hub wants to know or tells (WebSub, 5.2 and 5.3): yes to what was asked for in the last day under this
 * callback and this topic, and to nothing else; a denial is taken down.
 */
export async function verifyIntent(
  context: ApiContext,
  token: string,
  query: URLSearchParams,
): Promise<Agreement> {
  const mode = query.get('hub.mode');
  const topic = query.get('hub.topic') ?? '';
  if (mode === 'denied') return takeDenial(context, token, topic, query.get('hub.reason'));
  const challenge = query.get('hub.challenge') ?? '';
  if (mode !== 'subscribe' && mode !== 'unsubscribe') return null;
  if (challenge === '' || challenge.length > LONGEST_CHALLENGE) return null;
  const now = context.now();
  const leaseMs = leaseSeconds(query.get('hub.lease_seconds')) * 1000;
  const renewal = Math.max(SHORTEST_RENEWAL_MS, leaseMs * (RENEW_AFTER + RENEW_SPREAD * Math.random()));
  const row = await context.store.subscriptions.verify({
    token,
    mode,
    topic,
    now,
    askedAfter: new Date(now.getTime() - VERIFIED_WITHIN_MS),
    leaseEndsAt: new Date(now.getTime() + leaseMs),
    renewAt: new Date(now.getTime() + renewal),
  });
  if (row) await tell(context, row, mode === 'subscribe' ? 'subscribed' : 'unsubscribed');
  return row && { text: challenge };
}

async function takeDenial(
  context: ApiContext,
  token: string,
  topic: string,
  given: string | null,
): Promise<Agreement> {
  const now = context.now();
  const words = (given ?? '')
    .replace(/[\p{C}\s]+/gu, ' ')
    .trim()
    .replace(/\.+$/, '')
    .slice(0, LONGEST_REASON);
  const reason = `The hub denies the subscription${words === '' ? '' : `: ${words}`}.`;
  const retryAt = new Date(now.getTime() + DAY_MS);
  const row = await context.store.subscriptions.deny({ token, topic, reason, retryAt, now });
  if (row) await tell(context, row, 'subscription denied');
  return row && { text: '' };
}

function leaseSeconds(written: string | null): number {
  const seconds = /^\d{1,12}$/.test(written ?? '') ? Number(written) : 0;
  return seconds === 0 ? USUAL_LEASE_SECONDS : Math.min(seconds, LONGEST_LEASE_SECONDS);
}

async function tell({ store, now }: ApiContext, { feed_id }: SubscriptionRow, state: string): Promise<void> {
  await store.events.publish({ kind: 'feed', feedId: feed_id, state, at: now().toISOString() });
}
