const MINUTE = 60_000;
/** Entries that show how a feed publishes now; older ones show how it once did. */
const LATEST = 20;
/** Fewer gaps than this are no rhythm. */
const MIN_GAPS = 2;

/**
 * The minutes between two entries of a feed, from the newest ones; null where there are too few to tell. A feed that
 * has been quiet for longer than that is taken to have slowed down, but only half as much: nights end.
 */
export function publishingGap(entryTimes: readonly string[], now: string): number | null {
  const present = Date.parse(now);
  const times = entryTimes.map((time) => Date.parse(time)).filter((time) => time <= present);
  const latest = [...new Set(times)].sort((a, b) => b - a).slice(0, LATEST);
  const newest = latest[0];
  const oldest = latest[latest.length - 1];
  if (newest === undefined || oldest === undefined || latest.length <= MIN_GAPS) return null;
  const usual = (newest - oldest) / (latest.length - 1);
  return Math.max(usual, (present - newest) / 2) / MINUTE;
}
