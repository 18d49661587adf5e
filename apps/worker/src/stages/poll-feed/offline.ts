import type { FetchFailureKind, NextCheck } from '@framewatch/feeds';
import type { FeedRow } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';
import type { PollResult } from './plan-next-check.ts';

/** What a host that is away has in common with a machine that is offline. */
const ON_THE_WAY: readonly FetchFailureKind[] = ['dns-not-found', 'dns-temporary', 'connect'];
/** With the feed's own, three hosts do not vanish while none answers; where there are only two, both do not. */
const OTHERS_AWAY = 2;
const LOOK_BACK_MS = 3 * 3_600_000;
/** A laptop that wakes up is at work again within this; a lookup that fails annoys nobody. */
const AGAIN_AFTER_MS = 3 * 60_000;
/** After a day it is no outage any more: those hosts are dead, or this machine may not go out. */
const LONGEST_MS = 24 * 3_600_000;
const REASON =
  'No host at all could be reached: this machine seems to be offline. It is asked again every 3 minutes.';
const BACK = 'The network is back: it is checked at once.';

/**
 * Whether a failure is this machine's own: at least three hosts (all, where there are two) failed on the way and none
 * answered meanwhile. Those that failed before this was clear are called back from their back-off.
 */
export async function isOffline(
  { store }: StageContext,
  feed: FeedRow,
  { failure }: PollResult,
  at: Date,
): Promise<boolean> {
  if (failure === null || !(ON_THE_WAY as readonly string[]).includes(failure)) return false;
  if (feed.offline_since !== null) return at.getTime() - feed.offline_since.getTime() < LONGEST_MS;
  const from = new Date(at.getTime() - LOOK_BACK_MS);
  const { unreached, others } = await store.feedReach.findUnreached(feed.current_url, from, ON_THE_WAY);
  if (unreached < Math.min(OTHERS_AWAY, Math.max(others, 1))) return false;
  const mark = { at, nextCheckAt: new Date(at.getTime() + AGAIN_AFTER_MS), reason: REASON };
  await store.feedReach.markOffline(from, ON_THE_WAY, mark);
  return true;
}

/** The next check of a machine that is offline: soon, and without a mark against the feed. */
export function planOffline(feed: FeedRow, at: Date): NextCheck {
  return {
    at: new Date(at.getTime() + AGAIN_AFTER_MS).toISOString(),
    reason: REASON,
    errorWeight: feed.error_weight,
    pause: null,
  };
}

/** The first answer after an outage brings back every other feed. */
export async function noteAnswer(
  { store }: StageContext,
  feed: FeedRow,
  result: PollResult,
  at: Date,
): Promise<void> {
  if (feed.offline_since !== null && result.status !== null) await store.feedReach.endOffline(at, BACK);
}
