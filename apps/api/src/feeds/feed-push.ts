import type { FeedPush, PushState } from '@framewatch/contracts';
import type { SubscriptionRow } from '@framewatch/store';

/** How a feed stands with the hub that it names; null where it names none. */
export function feedPush(
  hubUrl: string | null,
  subscription: SubscriptionRow | null,
  mayBeReached: boolean,
): FeedPush | null {
  const hub = subscription?.hub ?? hubUrl;
  if (hub === null) return null;
  return {
    state: stateOf(subscription, mayBeReached),
    hub: new URL(hub).host,
    leaseEndsAt: subscription?.lease_ends_at?.toISOString() ?? null,
    lastPushAt: subscription?.last_push_at?.toISOString() ?? null,
    taken: subscription?.taken ?? 0,
    forged: subscription?.forged ?? 0,
    error: subscription?.last_error ?? null,
  };
}

function stateOf(subscription: SubscriptionRow | null, mayBeReached: boolean): PushState {
  if (!subscription) return mayBeReached ? 'waiting' : 'off';
  switch (subscription.state) {
    case 'verified':
      return subscription.distrusted_at === null ? 'verified' : 'distrusted';
    case 'requested':
      return subscription.asked_at === null ? 'waiting' : 'requested';
    case 'refused':
    case 'expired':
      return subscription.state;
    case 'unsubscribing':
      return 'waiting';
  }
}
