import { done, type Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { type Ending, type Found, type PolledFeed, resultOf } from './ending.ts';
import { updateOf } from './feed-update.ts';
import { noteUnpushed, reliableHub } from './follow-hub.ts';
import { keepGaps } from './keep-gaps.ts';
import { noteMove } from './note-move.ts';
import { planNextCheck } from './plan-next-check.ts';
import { rhythmOf } from './rhythm.ts';

/** Stores how a poll went, what it changed, when the next is and why; the new articles go on to be read. */
export async function recordPoll(
  context: StageContext,
  feed: PolledFeed,
  ending: Ending,
  found: Found,
): Promise<Outcome> {
  const { store, config, now, random, log } = context;
  const at = now();
  const result = resultOf(ending);
  const read = found.feed ? rhythmOf(found.feed, at) : [];
  // A feed that is empty for once keeps the rhythm that it had.
  const times = read.length > 0 ? read : feed.recent_entry_times.map((time) => time.toISOString());
  const subscription = await store.subscriptions.findOfFeed(feed.id);
  const plan = planNextCheck({
    feed,
    result,
    entryTimes: times,
    parsed: found.feed,
    settings: await config.settings(),
    pushedBy: reliableHub(subscription, at),
    now: at,
    random: random(),
  });
  await noteMove(context, feed, ending);
  await store.feeds.recordCheck(
    feed.id,
    {
      at,
      outcome: result.outcome,
      httpStatus: result.status,
      entries: found.feed?.entries.length ?? 0,
      newEntries: found.created ?? 0,
      bytes: ending.kind === 'fetched' || ending.kind === 'not-a-feed' ? ending.bytes.length : 0,
      durationMs: Math.round(ending.durationMs),
      error: result.message,
      nextCheckAt: plan.at === null ? null : new Date(plan.at),
      nextCheckReason: plan.reason,
    },
    {
      ...updateOf(feed, ending, found, at),
      error_weight: plan.errorWeight,
      ...(plan.pause ? { paused_reason: plan.pause } : {}),
      recent_entry_times: times,
    },
  );
  await noteUnpushed(context, feed, subscription, found, at);
  await keepGaps(context, feed, result, plan.errorWeight, found, at);
  if (
    result.outcome === 'failed' ||
    result.outcome === 'gone' ||
    feed.failing_since !== null ||
    found.newIds.length > 0
  )
    await store.events.publish({
      kind: 'feed',
      feedId: feed.id,
      state: result.outcome,
      at: at.toISOString(),
    });
  if (result.message !== null) log('warn', `${feed.outlet_id} ${feed.current_url}: ${result.message}`);
  return done({
    stage: 'read-article',
    payloads: found.newIds.map((articleId) => ({ articleId })),
    urgency: feed.first_polled_at === null ? 'background' : 'news',
  });
}
