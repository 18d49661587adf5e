import {
  type FeedFetch,
  fetchFeed,
  parseFeed,
  type ReadFeed,
  shouldIgnoreValidators,
} from '@framewatch/feeds';
import type { FeedRow, FeedUpdate } from '@framewatch/store';
import { atHostsTurn } from '../../runtime/host-turn.ts';
import { done, type Outcome, retryAt, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { foundEntries } from './found-entries.ts';
import { type PollResult, planNextCheck, wishesOf } from './plan-next-check.ts';

const FEED_LIMITS = { timeoutMs: 30_000, maxBytes: 20_000_000 };
/** Publication times kept with the feed, by which its rhythm is judged. */
const RHYTHM_ENTRIES = 40;
/** A feed that failed less than this is late, not lost: most feeds hold more than an hour of entries. */
const GAP_AFTER_WEIGHT = 1;

/** Polls one feed when its host's turn has come; stores what is new, how it went, and when to ask again. */
export async function pollFeed(context: StageContext, { feedId }: { feedId: string }): Promise<Outcome> {
  const { store, now } = context;
  const feed = await store.feeds.findById(feedId);
  if (!feed?.in_config) return skipped('the feed is not in the configuration any more');
  if (feed.paused_reason !== null) return skipped(`paused: ${feed.paused_reason}`);
  if (feed.next_check_at === null || feed.next_check_at > now())
    return skipped('it was checked in the meantime');
  const turn = await atHostsTurn(
    context,
    {
      url: feed.current_url,
      reservedAt: feed.reserved_start_at,
      reserve: (at) => store.feeds.reserveStart(feedId, at),
    },
    async () => fetchFeed(await context.outbound(), requestOf(feed, now())),
  );
  if (turn.kind === 'wait') return retryAt(turn.until, turn.why);
  return afterFetch(context, feed, turn.result);
}

function requestOf(feed: FeedRow, now: Date) {
  return {
    url: feed.current_url,
    etag: feed.etag,
    lastModified: feed.last_modified,
    lastBodyHash: feed.body_hash,
    ignoreValidators: shouldIgnoreValidators({
      notModifiedInARow: feed.not_modified_in_a_row,
      lastWholeAt: feed.last_whole_at,
      usualGapSeconds: usualGapSeconds(feed.recent_entry_times),
      now,
    }),
    ...FEED_LIMITS,
    now,
  };
}

async function afterFetch(context: StageContext, feed: FeedRow, fetched: FeedFetch): Promise<Outcome> {
  if (fetched.kind !== 'fetched') return finish(context, feed, fetched, { newIds: [], known: 0, feed: null });
  const parsed = await parseFeed(fetched.bytes, {
    url: fetched.finalUrl,
    contentType: fetched.contentType ?? undefined,
    ...(feed.reader === 'rss-parser' ? { reader: 'rss-parser' as const } : {}),
  });
  if (parsed.kind === 'not-a-feed')
    return finish(
      context,
      feed,
      { ...fetched, kind: 'not-a-feed', message: parsed.reason },
      { newIds: [], known: 0, feed: null },
    );
  const { store, config, now } = context;
  const result = await store.articles.upsertFound(foundEntries(parsed, now()), {
    feedId: feed.id,
    outletId: feed.outlet_id,
    isNews: feed.first_polled_at !== null,
    synthetic: (await config.settings()).synthetic,
    now: now(),
  });
  return finish(context, feed, fetched, {
    newIds: result.toRead,
    created: result.created,
    known: result.knownBefore,
    feed: parsed,
  });
}

type Ending =
  | FeedFetch
  | (Omit<Extract<FeedFetch, { kind: 'fetched' }>, 'kind'> & { kind: 'not-a-feed'; message: string });

interface Found {
  newIds: string[];
  created?: number;
  /** Entries that were seen before: they prove that nothing between then and now is missing. */
  known: number;
  feed: ReadFeed | null;
}

async function finish(context: StageContext, feed: FeedRow, ending: Ending, found: Found): Promise<Outcome> {
  const { store, config, now, random, log } = context;
  const at = now();
  const result = resultOf(ending);
  const times = found.feed
    ? rhythmOf(found.feed, at)
    : feed.recent_entry_times.map((time) => time.toISOString());
  const plan = planNextCheck({
    feed,
    result,
    entryTimes: times,
    parsed: found.feed,
    settings: await config.settings(),
    now: at,
    random: random(),
  });
  await obeyHost(context, feed, ending, at);
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

function resultOf(ending: Ending): PollResult {
  switch (ending.kind) {
    case 'fetched':
      return {
        outcome: 'fetched',
        failure: null,
        status: ending.status,
        message: null,
        retryAfterSeconds: ending.retryAfterSeconds,
        cacheMaxAgeSeconds: ending.cacheMaxAgeSeconds,
      };
    case 'unchanged':
      return {
        outcome: 'unchanged',
        failure: null,
        status: ending.status,
        message: null,
        retryAfterSeconds: ending.retryAfterSeconds,
        cacheMaxAgeSeconds: ending.cacheMaxAgeSeconds,
      };
    case 'not-a-feed':
      return {
        outcome: 'failed',
        failure: 'not-a-feed',
        status: ending.status,
        message: ending.message,
        retryAfterSeconds: null,
        cacheMaxAgeSeconds: null,
      };
    case 'failed':
      return {
        outcome: 'failed',
        failure: ending.failure,
        status: ending.status,
        message: ending.message,
        retryAfterSeconds: ending.retryAfterSeconds,
        cacheMaxAgeSeconds: null,
      };
    case 'gone':
      return {
        outcome: 'gone',
        failure: null,
        status: ending.status,
        message: ending.message,
        retryAfterSeconds: null,
        cacheMaxAgeSeconds: null,
      };
    case 'rate-limited':
      return {
        outcome: 'rate-limited',
        failure: null,
        status: ending.status,
        message: ending.message,
        retryAfterSeconds: ending.retryAfterSeconds,
        cacheMaxAgeSeconds: null,
      };
  }
}

function updateOf(feed: FeedRow, ending: Ending, found: Found, at: Date): FeedUpdate {
  if (ending.kind === 'unchanged') return { ...afterUnchanged(feed, ending, at), ...moved(ending) };
  if (ending.kind !== 'fetched') return {};
  return {
    // A server whose 304s cannot be trusted is asked for the whole feed each time.
    etag: ending.validatorsLied ? null : ending.etag,
    last_modified: ending.validatorsLied ? null : ending.lastModified,
    body_hash: ending.bodyHash,
    not_modified_in_a_row: 0,
    last_whole_at: at,
    truncated: ending.truncated || (found.feed?.truncated ?? false),
    used_reader: found.feed?.reader ?? 'own',
    ...(found.feed ? { wishes: JSON.stringify(wishesOf(found.feed)) } : {}),
    ...(feed.title === null && found.feed?.title ? { title: found.feed.title } : {}),
    ...moved(ending),
  };
}

function afterUnchanged(feed: FeedRow, ending: Extract<Ending, { kind: 'unchanged' }>, at: Date): FeedUpdate {
  switch (ending.why) {
    case 'not-modified':
      return { not_modified_in_a_row: feed.not_modified_in_a_row + 1 };
    case 'same-bytes':
      return {
        not_modified_in_a_row: 0,
        last_whole_at: at,
        etag: ending.etag,
        last_modified: ending.lastModified,
      };
  }
}

const moved = ({ permanentUrl }: { permanentUrl: string | null }): FeedUpdate =>
  permanentUrl === null ? {} : { current_url: permanentUrl };

/** Retry-After holds for the whole host; a permanent move is kept in the audit trail. */
async function obeyHost({ store }: StageContext, feed: FeedRow, ending: Ending, at: Date): Promise<void> {
  if (
    (ending.kind === 'failed' || ending.kind === 'rate-limited') &&
    (ending.retryAfterSeconds !== null || ending.kind === 'rate-limited')
  ) {
    const seconds = Math.min(ending.retryAfterSeconds ?? 600, 86_400);
    await store.hostGates.block(
      new URL(feed.current_url).host,
      new Date(at.getTime() + seconds * 1000),
      ending.message,
    );
  }
  if (
    (ending.kind === 'fetched' || ending.kind === 'unchanged') &&
    ending.permanentUrl !== null &&
    ending.permanentUrl !== feed.current_url
  )
    await store.upkeep.audit('feed moved', {
      feedId: feed.id,
      from: feed.current_url,
      to: ending.permanentUrl,
    });
}

/**
 * A gap opens when a feed has failed long enough, from its last success on. It heals when the feed comes back with
 * entries that were known already: nothing between can be missing then. Otherwise it stays drawn for ever.
 */
async function keepGaps(
  context: StageContext,
  feed: FeedRow,
  result: PollResult,
  weight: number,
  found: Found,
  at: Date,
): Promise<void> {
  const { store } = context;
  const succeeded = result.outcome === 'fetched' || result.outcome === 'unchanged';
  if (!succeeded) {
    if (weight >= GAP_AFTER_WEIGHT || result.outcome === 'gone')
      await store.feeds.openGap(
        feed.id,
        feed.last_success_at ?? feed.added_at,
        result.message ?? 'not reached',
      );
    return;
  }
  const complete = result.outcome === 'unchanged' || found.known > 0;
  await store.feeds.closeGap(feed.id, at, complete);
}

function rhythmOf(feed: ReadFeed, at: Date): string[] {
  return feed.entries
    .flatMap((entry) => (entry.published ? [entry.published.instant] : []))
    .filter((instant) => Date.parse(instant) <= at.getTime())
    .sort()
    .slice(-RHYTHM_ENTRIES);
}

function usualGapSeconds(times: Date[]): number | null {
  const [first, last] = [times[0], times.at(-1)];
  return first && last && times.length > 1
    ? (last.getTime() - first.getTime()) / 1000 / (times.length - 1)
    : null;
}
