/** Attempts that fail one after the other before the rest is left to wait: fewer may lie in the messages. */
const FAILURES_TO_PAUSE = 3;
/** Until one attempt shows whether a channel works again: half a minute, two, ten, half an hour, then hourly. */
const PAUSES_SECONDS = [30, 120, 600, 1_800, 3_600];

/** How a channel is doing. */
export interface ChannelHealth {
  /** Attempts that failed since the newest that did not. */
  failures: number;
  /** Times that a pause began since then. */
  pauses: number;
  failingSince: Date | null;
  error: string | null;
  /** Whether a message was given up since then. */
  gaveUp: boolean;
  /** Nothing is tried before; null where nothing stands in the way. */
  nextTryAt: Date | null;
}

/** How an attempt ended, in the order in which attempts ended. */
export interface Attempt {
  kind: 'sent' | 'retry' | 'failed';
  message: string | null;
  /** What the receiver asked for, as in Retry-After. */
  afterSeconds: number | null;
}

/** The health after some more attempts. A success forgets what was before; too many failures in a row begin a pause. */
export function afterAttempts(health: ChannelHealth, attempts: readonly Attempt[], now: Date): ChannelHealth {
  return attempts.reduce((before, attempt) => afterOne(before, attempt, now), health);
}

const WELL: ChannelHealth = {
  failures: 0,
  pauses: 0,
  failingSince: null,
  error: null,
  gaveUp: false,
  nextTryAt: null,
};

function afterOne(before: ChannelHealth, attempt: Attempt, now: Date): ChannelHealth {
  if (attempt.kind === 'sent') return WELL;
  const failures = before.failures + 1;
  // Attempts that were on their way when the pause began say nothing new.
  const isPaused = before.nextTryAt !== null && before.nextTryAt > now;
  const mustPause = failures >= FAILURES_TO_PAUSE || attempt.afterSeconds !== null;
  const begins = mustPause && !isPaused;
  const usual = PAUSES_SECONDS[Math.min(before.pauses, PAUSES_SECONDS.length - 1)] ?? 0;
  const seconds = failures < FAILURES_TO_PAUSE ? 0 : usual;
  return {
    failures,
    pauses: before.pauses + (begins ? 1 : 0),
    failingSince: before.failingSince ?? now,
    error: attempt.message,
    gaveUp: before.gaveUp || attempt.kind === 'failed',
    nextTryAt: begins
      ? new Date(now.getTime() + Math.max(seconds, attempt.afterSeconds ?? 0) * 1_000)
      : before.nextTryAt,
  };
}

/** Whether people should hear of it: a message was given up, or so many attempts failed that the rest waits. */
export const isTrouble = ({ failures, gaveUp }: Pick<ChannelHealth, 'failures' | 'gaveUp'>): boolean =>
  gaveUp || failures >= FAILURES_TO_PAUSE;

/** Pauses after a failed try of one message: a minute, five, a quarter of an hour, an hour, six. */
const TRIES_AFTER_SECONDS = [60, 300, 900, 3_600, 21_600];

/** When a message that failed so many times is tried again, or null where it is given up, visibly. */
export function nextTry(attempts: number, afterSeconds: number | null, now: Date): Date | null {
  const pause = TRIES_AFTER_SECONDS[attempts - 1];
  return pause === undefined ? null : new Date(now.getTime() + Math.max(pause, afterSeconds ?? 0) * 1_000);
}
