import type { FeedRow } from '@framewatch/store';
import { findSilence } from '@framewatch/trends';

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
  | 'offline_since'
>;

const DAY_MS = 86_400_000;
/** From this weight of failures on, a feed leaves a gap in the charts; less is late, not lost. */
const FAILING_FROM = 1;
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
    // A machine that is offline would raise an alert for every feed that it has.
    return feed.error_weight < FAILING_FROM || feed.offline_since !== null
      ? null
      : {
          trouble: 'failing',
          since: feed.failing_since,
          why: `Not reached since ${(feed.last_success_at ?? feed.failing_since).toISOString()}: ${feed.last_error ?? 'no reason known'}`,
        };
  return silence(feed.recent_entry_times, now);
}

function silence(entryTimes: readonly Date[], now: Date): FeedTrouble | null {
  const found = findSilence(entryTimes, now);
  return (
    found && {
      trouble: 'silent',
      since: found.since,
      why: `It answers, but its newest entry is ${Math.floor((now.getTime() - found.since.getTime()) / DAY_MS)} days old.`,
    }
  );
}
