import {
  type FeedFetch,
  type FetchedDocument,
  fetchFeed,
  type SitemapIndex,
  shouldIgnoreValidators,
} from '@framewatch/feeds';
import { clockTurnedBack } from '@framewatch/store';
import { atHostsTurn } from '../../runtime/host-turn.ts';
import { type Outcome, retryAt, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import type { Ending, PolledFeed } from './ending.ts';
import { followIndex, type ReadSitemap } from './follow-index.ts';
import { foundEntries } from './found-entries.ts';
import { notAFeedMessage } from './not-a-feed-message.ts';
import { type FeedDigest, readFeed } from './read-feed.ts';
import { recordPoll } from './record-poll.ts';
import { usualGapSeconds } from './rhythm.ts';

const FEED_LIMITS = { timeoutMs: 30_000, maxBytes: 20_000_000 };

/** Polls one feed when its host's turn has come; stores what is new, how it went, and when to ask again. */
export async function pollFeed(context: StageContext, { feedId }: { feedId: string }): Promise<Outcome> {
  const { store, now } = context;
  const feed = await store.feeds.findById(feedId);
  if (!feed?.in_config) return skipped('the feed is not in the configuration any more');
  if (feed.paused_reason !== null) return skipped(`paused: ${feed.paused_reason}`);
  const turnedBack = feed.last_check_at !== null && feed.last_check_at > clockTurnedBack(now());
  if (!turnedBack && (feed.next_check_at === null || feed.next_check_at > now()))
    return skipped('it was checked in the meantime');
  const turn = await atHostsTurn(
    context,
    {
      url: feed.current_url,
      reservedAt: turnedBack ? null : feed.reserved_start_at,
      reserve: (at) => store.feeds.reserveStart(feedId, at),
    },
    async () => fetchFeed(await context.outbound(), requestOf(feed, now())),
  );
  if (turn.kind === 'wait')
    // At a closed or busy host nobody's turn can be told: the feed stays due, and is woken in its order when the host is free.
    return turn.for === 'gap' ? retryAt(turn.until, turn.why) : skipped(turn.why);
  return afterFetch(context, feed, turn.result);
}

function requestOf(feed: PolledFeed, now: Date) {
  // An index is small and asked for whole: what it names may change while it does not.
  const isIndex = feed.sitemaps !== null;
  return {
    url: feed.current_url,
    etag: isIndex ? null : feed.etag,
    lastModified: isIndex ? null : feed.last_modified,
    lastBodyHash: isIndex ? null : feed.body_hash,
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

async function afterFetch(context: StageContext, feed: PolledFeed, fetched: FeedFetch): Promise<Outcome> {
  if (fetched.kind !== 'fetched')
    return recordPoll(context, feed, fetched, { newIds: [], known: 0, feed: null });
  const digest = await readFeed({
    bytes: fetched.bytes,
    options: {
      url: fetched.finalUrl,
      contentType: fetched.contentType ?? undefined,
      ...(feed.reader === 'rss-parser' ? { reader: 'rss-parser' as const } : {}),
    },
    seenAt: context.now(),
  });
  switch (digest.kind) {
    case 'not-a-feed':
      return recordPoll(
        context,
        feed,
        { ...fetched, kind: 'not-a-feed', message: notAFeedMessage(fetched, digest, feed) },
        { newIds: [], known: 0, feed: null },
      );
    case 'sitemap-index':
      return afterIndex(context, feed, fetched, digest);
    case 'feed':
      return takeEntries(context, feed, fetched, digest, []);
  }
}

async function afterIndex(
  context: StageContext,
  feed: PolledFeed,
  fetched: FetchedDocument,
  index: SitemapIndex,
): Promise<Outcome> {
  const before = (feed.sitemaps as ReadSitemap[] | null) ?? [];
  const read = await followIndex(context, index.sitemaps, before, FEED_LIMITS);
  if (read.feed !== null && read.fetched !== null)
    return takeEntries(
      context,
      feed,
      { ...fetched, bytes: read.fetched.bytes },
      { feed: read.feed, found: foundEntries(read.feed, context.now()) },
      read.sitemaps,
    );
  if (read.sitemaps.length === 0 && read.late !== null) return retryAt(read.late.at, read.late.why);
  const nothing = { newIds: [], known: 0, feed: null };
  if (read.sitemaps.length === 0)
    return recordPoll(context, feed, read.failure ?? emptyIndex(fetched), nothing);
  const ending = {
    ...fetched,
    kind: 'unchanged',
    why: 'same-bytes',
    byteLength: fetched.bytes.length,
  } as const;
  return recordPoll(context, feed, ending, { ...nothing, sitemaps: read.sitemaps });
}

function emptyIndex(fetched: FetchedDocument): Ending {
  return { ...fetched, kind: 'not-a-feed', message: 'This sitemap index names no sitemap.' };
}

async function takeEntries(
  context: StageContext,
  feed: PolledFeed,
  fetched: FetchedDocument,
  { feed: parsed, found }: Pick<FeedDigest, 'feed' | 'found'>,
  sitemaps: ReadSitemap[],
): Promise<Outcome> {
  const { store, config, now } = context;
  const seenAt = now();
  const result = await store.articles.upsertFound(found, {
    feedId: feed.id,
    outletId: feed.outlet_id,
    isNews: feed.first_polled_at !== null,
    synthetic: (await config.settings()).synthetic,
    now: seenAt,
  });
  return recordPoll(context, feed, fetched, {
    newIds: result.toRead,
    created: result.created,
    known: result.knownBefore,
    feed: parsed,
    sitemaps,
    seenAt,
    guids: found.map(({ guid }) => guid),
  });
}
