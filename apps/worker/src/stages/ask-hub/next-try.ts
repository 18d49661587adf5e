const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Hubs verify within seconds; what they have not verified by then is asked again, ever more rarely. */
const PAUSES = [10 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 24 * HOUR];
/** Up to this share is added, so that many subscriptions at one hub do not come back at once. */
const JITTER = 0.1;

/** A hub that said no is asked again a day later: its mind or the feed may have changed. */
export const REFUSED_AGAIN_MS = 24 * HOUR;

/** When to ask again if nothing comes of the attempt with this number, from 1 on; `random` from 0 up to 1. */
export function afterAttempts(attempts: number, now: Date, random: number): Date {
  const pause = PAUSES[Math.min(Math.max(attempts, 1), PAUSES.length) - 1] ?? 24 * HOUR;
  return new Date(now.getTime() + Math.round(pause * (1 + JITTER * random)));
}
