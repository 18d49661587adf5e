import type { FeedRow, FoundEntry, WaitingPush } from '@framewatch/store';
import { done, type Outcome, skipped } from '../../runtime/outcome.ts';
import type { StageContext } from '../../runtime/stage-context.ts';
import { readFeed } from '../poll-feed/read-feed.ts';
import { rhythmOf } from '../poll-feed/rhythm.ts';

/** A push on which reading broke off so often is put away; the polls have its news. */
const MOST_TRIES = 5;

/**
 * Reads what a hub brought as a poll would. It tells of news and of nothing else: that the feed's own address answers,
 * or that nothing was missed before, is not in it, so failures, gaps, validators and the next check stay as they are.
 */
export async function takePush(context: StageContext, { pushId }: { pushId: string }): Promise<Outcome> {
  const { store } = context;
  const push = await store.pushes.beginTaking(pushId);
  if (!push) return skipped('it was read in the meantime');
  const feed = await store.feeds.findById(push.feedId);
  const startedAt = performance.now();
  const unread = async (reason: string): Promise<Outcome> => {
    await record(context, push, { startedAt, error: reason });
    return done();
  };
  if (!feed?.in_config || feed.paused_reason !== null) return unread('The feed is not read any more.');
  if (push.attempts > MOST_TRIES) return unread('Reading what was pushed broke off each time.');
  const digest = await readFeed({
    bytes: push.body,
    options: {
      url: push.topic,
      contentType: push.contentType ?? undefined,
      ...(feed.reader === 'rss-parser' ? { reader: 'rss-parser' as const } : {}),
    },
    seenAt: context.now(),
  });
  if (digest.kind === 'sitemap-index')
    return unread(`What ${hostOf(push)} pushed is a list of sitemaps, no feed.`);
  if (digest.kind === 'not-a-feed') return unread(`What ${hostOf(push)} pushed is no feed. ${digest.reason}`);
  const { feed: parsed, found: entries } = digest;
  const stored = await storeEntries(context, feed, entries);
  await record(context, push, {
    startedAt,
    error: null,
    entries: parsed.entries.length,
    created: stored.created,
    guids: entries.map(({ guid }) => guid),
    entryTimes: rhythmOf(parsed, context.now()),
  });
  if (stored.toRead.length > 0) await tell(context, feed.id);
  return done({
    stage: 'read-article',
    payloads: stored.toRead.map((articleId) => ({ articleId })),
    urgency: feed.first_polled_at === null ? 'background' : 'news',
  });
}

async function storeEntries({ store, config, now }: StageContext, feed: FeedRow, entries: FoundEntry[]) {
  return store.articles.upsertFound(entries, {
    feedId: feed.id,
    outletId: feed.outlet_id,
    isNews: feed.first_polled_at !== null,
    synthetic: (await config.settings()).synthetic,
    now: now(),
  });
}

interface Reading {
  startedAt: number;
  /** Why nothing was read, or null. */
  error: string | null;
  entries?: number;
  created?: number;
  guids?: string[];
  entryTimes?: string[];
}

async function record(
  { store, now, log }: StageContext,
  push: WaitingPush,
  { startedAt, error, entries = 0, created = 0, guids = [], entryTimes = [] }: Reading,
): Promise<void> {
  await store.pushes.recordTaken(push, {
    check: {
      at: now(),
      entries,
      newEntries: created,
      bytes: push.body.length,
      durationMs: Math.round(performance.now() - startedAt),
      error,
    },
    readable: error === null,
    guids,
    entryTimes,
  });
  if (error !== null) log('warn', error, { feedId: push.feedId });
}

async function tell({ store, now }: StageContext, feedId: string): Promise<void> {
  await store.events.publish({ kind: 'feed', feedId, state: 'pushed', at: now().toISOString() });
}

const hostOf = ({ hub }: WaitingPush): string => new URL(hub).host;
