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
  const from = silentFrom(entryTimes);
  if (from === null || now <= from) return null;
  const times = entryTimes.map((time) => time.getTime()).sort((a, b) => a - b);
  const pauses = pausesOf(times).sort((a, b) => a - b);
  return { since: new Date(times.at(-1) ?? 0), usualMs: pauses[Math.floor(pauses.length / 2)] ?? DAY_MS };
}

/** From when on a feed is silent if nothing more comes; null where it has too few entries to tell. */
export function silentFrom(entryTimes: readonly Date[]): Date | null {
  const times = entryTimes.map((time) => time.getTime()).sort((a, b) => a - b);
  const newest = times.at(-1);
  if (newest === undefined || times.length < FEWEST_ENTRIES) return null;
  const longest = Math.max(0, ...pausesOf(times));
  return new Date(newest + Math.max(SHORTEST_SILENCE_MS, longest * SILENCE_FACTOR));
}

const pausesOf = (times: readonly number[]): number[] =>
  times.slice(1).map((time, i) => time - (times[i] ?? time));
