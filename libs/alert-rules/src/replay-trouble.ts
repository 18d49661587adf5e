import { silentFrom } from '@framewatch/trends';
import { type FeedFacts, feedTrouble, type FeedTrouble } from './feed-trouble.ts';

/** One check of a feed, as it was written down. */
export interface Check {
  at: Date;
  isSuccess: boolean;
  isGone: boolean;
  newEntries: number;
  /** Null on checks from before it was kept: then the second failure in a row counts. */
  failing: boolean | null;
  error: string | null;
}

/** A trouble, and when it was one first. */
export type PastTrouble = FeedTrouble & { at: Date };

/** Publication times by which a feed's rhythm is judged, as when it is polled. */
const RHYTHM_ENTRIES = 40;

/** The troubles that a feed had, told from its checks in their order; what is wrong now is told from the feed itself. */
export function replayTrouble(
  checks: readonly Check[],
  feed: FeedFacts & { first_polled_at: Date | null },
  now: Date,
): PastTrouble[] {
  // What the first poll brought came all at once, and shows no rhythm.
  const entries = checks.filter(({ at, newEntries }) => newEntries > 0 && at > (feed.first_polled_at ?? at));
  return [...failures(checks), ...silences(entries, feed, now)];
}

function failures(checks: readonly Check[]): PastTrouble[] {
  const found: PastTrouble[] = [];
  let run: { since: Date; failed: number; isTold: boolean } | null = null;
  for (const { at, isSuccess, isGone, failing, error } of checks) {
    if (isGone) found.push({ trouble: 'gone', since: at, error: null, at });
    if (isSuccess || isGone) {
      run = null;
      continue;
    }
    run ??= { since: at, failed: 0, isTold: false };
    run.failed += 1;
    if (run.isTold || !(failing ?? run.failed > 1)) continue;
    run.isTold = true;
    found.push({ trouble: 'failing', since: run.since, error, at });
  }
  return found;
}

/** Entries count when they came, which is a little after they were published. */
function silences(entries: readonly Check[], feed: FeedFacts, now: Date): PastTrouble[] {
  const times: Date[] = [];
  const found: PastTrouble[] = [];
  for (const [i, { at, newEntries }] of entries.entries()) {
    for (let n = 0; n < Math.min(newEntries, RHYTHM_ENTRIES); n += 1) times.push(at);
    times.splice(0, times.length - RHYTHM_ENTRIES);
    const from = silentFrom(times);
    const next = entries[i + 1]?.at;
    if (from !== null && next !== undefined && from < next)
      found.push({ trouble: 'silent', since: at, error: null, at: from });
  }
  const present = feedTrouble(feed, now);
  const from = silentFrom(feed.recent_entry_times);
  return present?.trouble === 'silent' && from !== null ? [...found, { ...present, at: from }] : found;
}
