import type { FeedState } from '@framewatch/contracts';
import type { FeedRow } from '@framewatch/store';

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
>;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Fewer entries than this show no rhythm. */
const FEWEST_ENTRIES = 6;
/** Silence is a longer pause than any of the recent ones by this factor, and never less than two days: weekends are quiet. */
const SILENCE_FACTOR = 3;
const SHORTEST_SILENCE = 2 * DAY;

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
  if (newest !== null && isSilent(feed, newest, now))
    return {
      state: 'silent',
      sentence: `Nothing new for ${lengthOf(now.getTime() - newest)}; usually it brings something every ${lengthOf(usualPause(feed))}.`,
    };
  return {
    state: 'well',
    sentence:
      newest === null
        ? 'It works.'
        : `It works; its newest entry is ${lengthOf(now.getTime() - newest)} old.`,
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

function errorSentence({ last_error, last_success_at }: FeedFacts, since: Date, now: Date): string {
  const what = (last_error ?? 'It could not be read').replace(/\.$/, '');
  const length = lengthOf(now.getTime() - since.getTime());
  return last_success_at === null ? `Never reached so far: ${what}.` : `Not reached for ${length}: ${what}.`;
}

function newestEntry({ recent_entry_times }: FeedFacts): number | null {
  return recent_entry_times.length === 0
    ? null
    : Math.max(...recent_entry_times.map((time) => time.getTime()));
}

function isSilent(feed: FeedFacts, newest: number, now: Date): boolean {
  if (feed.recent_entry_times.length < FEWEST_ENTRIES) return false;
  const longest = Math.max(...pausesOf(feed));
  return now.getTime() - newest > Math.max(SHORTEST_SILENCE, longest * SILENCE_FACTOR);
}

/** The median pause between entries, in milliseconds. */
function usualPause(feed: FeedFacts): number {
  const pauses = pausesOf(feed).sort((a, b) => a - b);
  return pauses[Math.floor(pauses.length / 2)] ?? DAY;
}

function pausesOf({ recent_entry_times }: FeedFacts): number[] {
  const times = recent_entry_times.map((time) => time.getTime()).sort((a, b) => a - b);
  return times.slice(1).map((time, index) => time - (times[index] ?? time));
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
