/** One day of a sparkline: how many new entries, or why there is no number. */
export type SparkDay =
  | { kind: 'count'; count: number }
  /** The feed was watched and not reached. */
  | { kind: 'missed' }
  /** Before the feed was first reached: nothing is known, and nothing went wrong. */
  | { kind: 'before' };

/**
 * Days of a feed, oldest first, where null means that it was not reached. Days before the first that was reached count
 * as missed only where the feed had been reached earlier still.
 */
export function sparkDays(days: readonly (number | null)[], reachedBefore: boolean): SparkDay[] {
  const first = days.findIndex((day) => day !== null);
  return days.map((count, index) => {
    if (count !== null) return { kind: 'count', count };
    const watched = reachedBefore || (first >= 0 && index > first);
    return { kind: watched ? 'missed' : 'before' };
  });
}
