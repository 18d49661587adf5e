import type { WhyPart } from '@framewatch/contracts';
import { findSilence } from '@framewatch/trends';

export type Trouble = 'silent' | 'failing' | 'gone';

/** One incident: what is wrong, and since when (its name); `error`: what was said last. */
export interface FeedTrouble {
  trouble: Trouble;
  since: Date;
  error: string | null;
}

/** A feed's row, as far as it tells of trouble. */
export interface FeedFacts {
  paused_reason: string | null;
  failing_since: Date | null;
  error_weight: number;
  last_error: string | null;
  last_check_at: Date | null;
  recent_entry_times: Date[];
  offline_since: Date | null;
}

/** From this weight of failures on, a feed leaves a gap in the charts; less is late, not lost. */
export const FAILING_FROM = 1;

/** What is wrong with a feed now, or null. A pause in the file is a wish and no trouble. */
export function feedTrouble(feed: FeedFacts, now: Date): FeedTrouble | null {
  if (feed.paused_reason === 'gone')
    return { trouble: 'gone', since: feed.last_check_at ?? now, error: null };
  if (feed.paused_reason !== null) return null;
  if (feed.failing_since !== null)
    // A machine that is offline would raise an alert for every feed that it has.
    return feed.error_weight < FAILING_FROM || feed.offline_since !== null
      ? null
      : { trouble: 'failing', since: feed.failing_since, error: feed.last_error };
  const silence = findSilence(feed.recent_entry_times, now);
  return silence && { trouble: 'silent', since: silence.since, error: null };
}

/** Why a feed is in trouble. */
export function whyTrouble({ trouble, since, error }: FeedTrouble): WhyPart {
  return { code: 'feed-trouble', trouble, since: since.toISOString(), error };
}
