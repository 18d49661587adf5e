import { FAILING_FROM } from '@framewatch/alert-rules';
import { done, type Outcome } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { type Ending, type Found, type PolledFeed, resultOf } from './ending.ts';
import { updateOf } from './feed-update.ts';
import { noteUnpushed, reliableHub } from './follow-hub.ts';
import { keepGaps } from './keep-gaps.ts';
import { isOffline, noteAnswer, planOffline } from './offline.ts';
import { type PollResult, planNextCheck } from './plan-next-check.ts';
import { rhythmOf } from './rhythm.ts';
import { settleMove } from './settle-move.ts';

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
  const offline = await isOffline(context, feed, result, at);
  const plan = offline
    ? planOffline(feed, at)
    : planNextCheck({
        feed,
        result,
        entryTimes: times,
        parsed: found.feed,
        settings: await config.settings(),
        pushedBy: reliableHub(subscription, at),
        now: at,
        random: random(),
      });
  await store.feeds.recordCheck(
    feed.id,
    {
      at,
      outcome: result.outcome,
      httpStatus: result.status,
      entries: found.feed?.entries.length ?? 0,
      newEntries: found.created ?? 0,
      bytes: bytesOf(ending),
      durationMs: Math.round(ending.durationMs),
      error: result.message,
      failure: failureOf(result),
      failing: plan.errorWeight >= FAILING_FROM && !offline,
      reader: found.feed?.reader ?? null,
      nextCheckAt: plan.at === null ? null : new Date(plan.at),
      nextCheckReason: plan.reason,
    },
    {
      ...updateOf(feed, ending, found, at),
      ...(await settleMove(context, feed, ending, plan.errorWeight)),
      error_weight: plan.errorWeight,
      offline_since: offline ? (feed.offline_since ?? at) : null,
      ...(plan.pause ? { paused_reason: plan.pause } : {}),
      recent_entry_times: times,
    },
  );
  await noteUnpushed(context, feed, subscription, found, at);
  await noteAnswer(context, feed, result, at);
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
  if (result.message !== null) log('warn', `${placeOf(feed.current_url)}: ${result.message}`);
  return done({
    stage: 'read-article',
    payloads: found.newIds.map((articleId) => ({ articleId })),
    urgency: feed.first_polled_at === null ? 'background' : 'news',
  });
}

/** Bytes of body after decompression; a failure's are not kept. */
function bytesOf(ending: Ending): number {
  switch (ending.kind) {
    case 'fetched':
    case 'not-a-feed':
      return ending.bytes.length;
    case 'unchanged':
      return ending.byteLength;
    case 'failed':
    case 'gone':
    case 'rate-limited':
      return 0;
  }
}

const failureOf = ({ outcome, failure }: PollResult): string | null =>
  failure ?? (outcome === 'gone' || outcome === 'rate-limited' ? outcome : null);

/** An address as a log may show it: what follows a question mark can be a key. */
function placeOf(url: string): string {
  const { host, pathname, search } = new URL(url);
  return `${host}${pathname}${search === '' ? '' : '?…'}`;
}
