import { type FeedFetch, fetchFeed, parseFeed, shouldIgnoreValidators } from '@framewatch/feeds';
import type { FeedRow } from '@framewatch/store';
import { atHostsTurn } from '../../runtime/host-turn.ts';
import { type Outcome, retryAt, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { foundEntries } from './found-entries.ts';
import { recordPoll } from './record-poll.ts';
import { usualGapSeconds } from './rhythm.ts';

const FEED_LIMITS = { timeoutMs: 30_000, maxBytes: 20_000_000 };

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
  if (fetched.kind !== 'fetched')
    return recordPoll(context, feed, fetched, { newIds: [], known: 0, feed: null });
  const parsed = await parseFeed(fetched.bytes, {
    url: fetched.finalUrl,
    contentType: fetched.contentType ?? undefined,
    ...(feed.reader === 'rss-parser' ? { reader: 'rss-parser' as const } : {}),
  });
  if (parsed.kind === 'not-a-feed')
    return recordPoll(
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
  return recordPoll(context, feed, fetched, {
    newIds: result.toRead,
    created: result.created,
    known: result.knownBefore,
    feed: parsed,
  });
}
