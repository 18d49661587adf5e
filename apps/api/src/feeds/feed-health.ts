import type { FeedState } from '@framewatch/contracts';
import type { FeedRow } from '@framewatch/store';
import { findSilence } from '@framewatch/trends';

/** What a feed's state is told from. */
export type FeedFacts = Pick<
  FeedRow,
  | 'paused_reason'
  | 'last_check_at'
  | 'failing_since'
  | 'last_error'
  | 'http_status'
  | 'last_success_at'
  | 'last_entries'
  | 'recent_entry_times'
  | 'next_check_at'
  | 'truncated'
  | 'offline_since'
  | 'same_as'
>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A feed's health in one word and in one sentence for an editor. */
export function feedHealth(feed: FeedFacts, now: Date): { state: FeedState; sentence: string } {
  if (feed.paused_reason !== null) return { state: 'paused', sentence: pausedSentence(feed.paused_reason) };
  if (feed.failing_since !== null)
    return { state: 'error', sentence: errorSentence(feed, feed.failing_since, now) };
  if (feed.last_check_at === null)
    return { state: 'new', sentence: 'Not checked yet: its first check comes within minutes.' };
  if (feed.last_entries === 0)
    return { state: 'empty', sentence: 'It answers, but holds no entries. Its address may have changed.' };
  const newest = newestEntry(feed);
  const silence = findSilence(feed.recent_entry_times, now);
  if (silence !== null)
    return {
      state: 'silent',
      sentence: `Nothing new for ${lengthOf(now.getTime() - silence.since.getTime())}; usually it brings something every ${lengthOf(silence.usualMs)}.`,
    };
  if (feed.truncated)
    return {
      state: 'truncated',
      sentence:
        'It breaks off or is longer than one feed may be; its whole entries are read, others may be missing.',
    };
  return {
    state: 'well',
    sentence: [
      newest === null
        ? 'It works.'
        : `It works; its newest entry is ${lengthOf(now.getTime() - newest)} old.`,
      feed.same_as === null
        ? ''
        : ` It now leads to ${feed.same_as}, another entry: one of the two can be removed.`,
    ].join(''),
  };
}

function pausedSentence(reason: string): string {
  switch (reason) {
    case 'config':
      return 'Paused in config/feeds.yaml.';
    case 'gone':
      return 'The outlet says that this feed is gone for good. Remove it, or find its new address.';
    default:
      return `Paused: ${reason}`;
  }
}

function errorSentence(
  { last_error, last_success_at, offline_since }: FeedFacts,
  since: Date,
  now: Date,
): string {
  const what = (last_error ?? 'It could not be read').replace(/\.$/, '');
  const length = lengthOf(now.getTime() - since.getTime());
  if (offline_since !== null)
    return `No host at all can be reached: this machine seems to be offline. Tried again every 3 minutes. ${what}.`;
  return last_success_at === null ? `Never reached so far: ${what}.` : `Not reached for ${length}: ${what}.`;
}

function newestEntry({ recent_entry_times }: FeedFacts): number | null {
  return recent_entry_times.length === 0
    ? null
    : Math.max(...recent_entry_times.map((time) => time.getTime()));
}

/** A length of time as people say it, rounded down: `less than a minute`, `1 hour`, `3 days`. */
export function lengthOf(milliseconds: number): string {
  const whole = (unit: number, name: string) => {
    const count = Math.floor(milliseconds / unit);
    return `${count} ${name}${count === 1 ? '' : 's'}`;
  };
  if (milliseconds < MINUTE) return 'less than a minute';
  if (milliseconds < HOUR) return whole(MINUTE, 'minute');
  return milliseconds < 2 * DAY ? whole(HOUR, 'hour') : whole(DAY, 'day');
}
