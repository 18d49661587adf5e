import type { FeedRow } from '@framewatch/store';

export type Trouble = 'silent' | 'failing' | 'gone';

/** One incident: what is wrong, since when (its name), and how it is said. */
export interface FeedTrouble {
  trouble: Trouble;
  since: Date;
  why: string;
}

type Facts = Pick<
  FeedRow,
  | 'paused_reason'
  | 'failing_since'
  | 'error_weight'
  | 'last_error'
  | 'last_check_at'
  | 'last_success_at'
  | 'recent_entry_times'
>;

const DAY_MS = 86_400_000;
/** From this weight of failures on, a feed leaves a gap in the charts; less is late, not lost. */
const FAILING_FROM = 1;
/** Fewer entries than this show no rhythm. */
const FEWEST_ENTRIES = 6;
/** Silence is three times the longest of the recent pauses, and never less than two days: weekends are quiet. */
const SILENCE_FACTOR = 3;
const SHORTEST_SILENCE_MS = 2 * DAY_MS;

/** What is wrong with a feed now, or null. A pause in the file is a wish and no trouble. */
export function feedTrouble(feed: Facts, now: Date): FeedTrouble | null {
  if (feed.paused_reason === 'gone')
    return {
      trouble: 'gone',
      since: feed.last_check_at ?? now,
      why: 'The outlet says that this feed is gone for good.',
    };
  if (feed.paused_reason !== null) return null;
  if (feed.failing_since !== null)
    return feed.error_weight < FAILING_FROM
      ? null
      : {
          trouble: 'failing',
          since: feed.failing_since,
          why: `Not reached since ${(feed.last_success_at ?? feed.failing_since).toISOString()}: ${feed.last_error ?? 'no reason known'}`,
        };
  return silence(feed.recent_entry_times, now);
}

function silence(entryTimes: readonly Date[], now: Date): FeedTrouble | null {
  const times = entryTimes.map((time) => time.getTime()).sort((a, b) => a - b);
  const newest = times.at(-1);
  if (newest === undefined || times.length < FEWEST_ENTRIES) return null;
  const longest = Math.max(...times.slice(1).map((time, i) => time - (times[i] ?? time)));
  if (now.getTime() - newest <= Math.max(SHORTEST_SILENCE_MS, longest * SILENCE_FACTOR)) return null;
  return {
    trouble: 'silent',
    since: new Date(newest),
    why: `It answers, but its newest entry is ${Math.floor((now.getTime() - newest) / DAY_MS)} days old.`,
  };
}
