import type { ReadFeed } from '@framewatch/feeds';

/** Publication times kept with the feed, by which its rhythm is judged. */
const RHYTHM_ENTRIES = 40;

/** The latest publication times of a feed's entries, oldest first, none in the future. */
export function rhythmOf(feed: ReadFeed, at: Date): string[] {
  return feed.entries
    .flatMap((entry) => (entry.published ? [entry.published.instant] : []))
    .filter((instant) => Date.parse(instant) <= at.getTime())
    .sort()
    .slice(-RHYTHM_ENTRIES);
}

/** Mean seconds between publications, or null where there are too few to say. */
export function usualGapSeconds(times: Date[]): number | null {
  const [first, last] = [times[0], times.at(-1)];
  return first && last && times.length > 1
    ? (last.getTime() - first.getTime()) / 1000 / (times.length - 1)
    : null;
}
