import type { FeedHealth, FeedList } from '@framewatch/contracts';
import type { FeedWithOutlet } from '@framewatch/store';
import { FEEDS_FILE } from '../keeper/names.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import { readSettings } from '../runtime/settings.ts';
import { feedHealth } from './feed-health.ts';
import { feedPush } from './feed-push.ts';

const DAYS = 14;
const DAY_MS = 86_400_000;

/** Every feed of the configuration with its health, and the mistakes in the file that keep entries out. */
export async function listFeeds({ store, now }: ApiContext): Promise<FeedList> {
  const days = lastDays(now());
  const [feeds, counts, problems, subscriptions, { pushAddress }] = await Promise.all([
    store.health.findFeeds(),
    store.health.countNewEntries(new Date(`${days[0]}T00:00:00Z`)),
    store.configVersions.findProblems(),
    store.subscriptions.findAll(),
    readSettings(store),
  ]);
  const living = new Map(
    subscriptions.filter(({ state }) => state !== 'unsubscribing').map((row) => [row.feed_id, row]),
  );
  const entries = new Map(counts.map(({ feedId, day, entries: count }) => [`${feedId} ${day}`, count]));
  return {
    feeds: feeds.map((feed) => ({
      ...viewOf(feed, now()),
      push: feedPush(feed.hub_url, living.get(feed.id) ?? null, pushAddress !== undefined),
      newEntriesByDay: days.map((day) => entries.get(`${feed.id} ${day}`) ?? null),
    })),
    problems: problems.filter(({ file }) => file === FEEDS_FILE),
  };
}

/** UTC days, the oldest first. */
function lastDays(now: Date): string[] {
  return Array.from({ length: DAYS }, (_, index) =>
    new Date(now.getTime() - (DAYS - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
}

function viewOf(feed: FeedWithOutlet, now: Date): Omit<FeedHealth, 'newEntriesByDay' | 'push'> {
  return {
    id: feed.id,
    url: feed.url,
    title: feed.title,
    outlet: feed.outlet_name,
    outletId: feed.outlet_id,
    country: feed.country,
    language: feed.language,
    group: feed.outlet_group,
    ...feedHealth(feed, now),
    httpStatus: feed.http_status,
    lastCheckAt: instant(feed.last_check_at),
    lastSuccessAt: instant(feed.last_success_at),
    failingSince: instant(feed.failing_since),
    nextCheckAt: instant(feed.next_check_at),
    nextCheckReason: feed.next_check_reason,
    reader: feed.used_reader,
    secondReaderUses: feed.second_reader_uses,
    truncated: feed.truncated,
    line: feed.config_line,
  };
}

const instant = (at: Date | null): string | null => at?.toISOString() ?? null;
