const DAY_MS = 86_400_000;
/** Fewer entries than this show no rhythm. */
const FEWEST_ENTRIES = 6;
/** Silence is a longer pause than any of the recent ones by this factor, and never less than two days: weekends are quiet. */
const SILENCE_FACTOR = 3;
const SHORTEST_SILENCE_MS = 2 * DAY_MS;

/**
 * Whether a feed is silent against its own rhythm, told from when its latest entries were published: since when, and
 * its usual (median) pause in milliseconds. Null where it is not, or has too few entries to tell.
 */
export function findSilence(entryTimes: readonly Date[], now: Date): { since: Date; usualMs: number } | null {
  const times = entryTimes.map((time) => time.getTime()).sort((a, b) => a - b);
  const newest = times.at(-1);
  if (newest === undefined || times.length < FEWEST_ENTRIES) return null;
  const pauses = times
    .slice(1)
    .map((time, i) => time - (times[i] ?? time))
    .sort((a, b) => a - b);
  const longest = pauses.at(-1) ?? 0;
  if (now.getTime() - newest <= Math.max(SHORTEST_SILENCE_MS, longest * SILENCE_FACTOR)) return null;
  return { since: new Date(newest), usualMs: pauses[Math.floor(pauses.length / 2)] ?? DAY_MS };
}
