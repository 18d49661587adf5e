import { failureWeights, RATE_LIMITED_WEIGHT } from './failure-weights.ts';
import type { NextCheck, NextCheckInput } from './next-check.types.ts';
import { publishingGap } from './rhythm.ts';
import { afterSkipped } from './skipped-times.ts';
import { duration, every } from './wording.ts';

const MINUTE = 60_000;
const DAY_MINUTES = 1_440;
/** Without a rhythm and without a wish. */
const DEFAULT_MINUTES = 60;
/** Looking twice per entry finds it half a gap late on average, which is as much as the gap itself can vary. */
const CHECKS_PER_ENTRY = 2;
/** Each full failure puts the next try off by another hour: linear, so that a feed is never lost from sight. */
const BACK_OFF_MINUTES = 60;
/** A server may ask for more than our longest interval, but not for ever. */
const MAX_WAIT_MINUTES = 7 * DAY_MINUTES;
/** Much software says "hourly" of every feed: as a floor it is believed up to this. */
const PERIOD_FLOOR_MINUTES = 60;
/** Where a hub pushes, a check only looks whether it pushes everything: a quarter of the checks do for that. */
const SAFETY_NET_FACTOR = 4;
/** A hub that falls silent must not cost more than this, and what is pushed needs no check within an hour. */
const SAFETY_NET_MINUTES = { shortest: 60, longest: 6 * 60 };
/** Checks are spread over this share of their interval. */
const JITTER = 0.1;

interface Interval {
  minutes: number;
  /** The beginning of the reason, without a full stop. */
  why: string;
}

/**
 * When a feed is read next, and why, in words for an editor. Pure: the clock and the die are passed in. A working feed
 * is read twice per entry it publishes, within the limits and its own wishes; a failing one ever later, at most a day
 * apart, and never not at all. Only a 410 pauses.
 */
export function nextCheck(input: NextCheckInput): NextCheck {
  if (input.outcome === 'gone') {
    return {
      at: null,
      reason: 'The server says that this feed is gone (410); it is paused.',
      errorWeight: 0,
      pause: 'gone',
    };
  }
  const failed = input.outcome === 'failed' || input.outcome === 'rate-limited';
  const errorWeight = failed ? input.errorWeight + weightOf(input) : 0;
  const usual = usualInterval(input);
  const planned = obeyServer(failed ? backOff(input, usual, errorWeight) : asSafetyNet(usual, input), input);
  return { ...scheduled(planned, input), errorWeight, pause: null };
}

function weightOf({ failure }: NextCheckInput): number {
  return failure === null ? RATE_LIMITED_WEIGHT : failureWeights[failure];
}

function usualInterval(input: NextCheckInput): Interval {
  const { fixedMinutes } = input;
  if (fixedMinutes !== null)
    return { minutes: fixedMinutes, why: `Set to be checked ${every(fixedMinutes)}` };
  return obeyWishes(ownRhythm(input), input);
}

function ownRhythm({ entryTimes, now, wishes, minMinutes, maxMinutes }: NextCheckInput): Interval {
  const within = (minutes: number) => Math.min(maxMinutes, Math.max(minMinutes, minutes));
  const gap = publishingGap(entryTimes, now);
  if (gap !== null) return { minutes: within(gap / CHECKS_PER_ENTRY), why: `Publishes about ${every(gap)}` };
  const period = wishes?.updatePeriodMinutes ?? null;
  if (period !== null) return { minutes: within(period), why: `Says that it changes ${every(period)}` };
  return { minutes: within(DEFAULT_MINUTES), why: 'Its rhythm is not known yet' };
}

/** Time to live, Cache-Control and update period are floors, as far as the longest interval allows. */
function obeyWishes(rhythm: Interval, { wishes, cacheMaxAgeSeconds, maxMinutes }: NextCheckInput): Interval {
  const period = Math.min(wishes?.updatePeriodMinutes ?? 0, PERIOD_FLOOR_MINUTES);
  const wished = Math.min(
    maxMinutes,
    Math.max(wishes?.ttlMinutes ?? 0, (cacheMaxAgeSeconds ?? 0) / 60, period),
  );
  if (wished <= rhythm.minutes) return rhythm;
  return { minutes: wished, why: `${rhythm.why}, but asks for ${duration(wished)} between checks` };
}

/** Less often where a hub pushes what is new; an editor's own interval stands. */
function asSafetyNet(usual: Interval, { pushedBy, fixedMinutes, maxMinutes }: NextCheckInput): Interval {
  if (pushedBy === null || fixedMinutes !== null) return usual;
  const { shortest, longest } = SAFETY_NET_MINUTES;
  const wanted = Math.min(longest, Math.max(shortest, usual.minutes * SAFETY_NET_FACTOR));
  const minutes = Math.max(usual.minutes, Math.min(maxMinutes, wanted));
  return { minutes, why: `${usual.why}; ${pushedBy} pushes what is new, and this is the safety net` };
}

function backOff({ message, maxMinutes }: NextCheckInput, usual: Interval, errorWeight: number): Interval {
  const minutes = usual.minutes + errorWeight * BACK_OFF_MINUTES;
  const longest = Math.max(usual.minutes, Math.min(maxMinutes, DAY_MINUTES));
  return {
    minutes: Math.min(longest, minutes),
    why: (message ?? 'The last check failed').trim().replace(/\.+$/, ''),
  };
}

function obeyServer(interval: Interval, { retryAfterSeconds }: NextCheckInput): Interval {
  const asked = Math.min(MAX_WAIT_MINUTES, (retryAfterSeconds ?? 0) / 60);
  if (asked <= interval.minutes) return interval;
  return { minutes: asked, why: `${interval.why}; the server asks to wait for ${duration(asked)}` };
}

/** Fixes the moment: spread a little, always later than asked for, and out of the hours that the feed rules out. */
function scheduled({ minutes, why }: Interval, input: NextCheckInput): Pick<NextCheck, 'at' | 'reason'> {
  const start = Date.parse(input.now);
  const spread = start + minutes * MINUTE * (1 + JITTER * input.random);
  const allowed =
    input.fixedMinutes === null && input.wishes !== null ? afterSkipped(spread, input.wishes) : spread;
  const moved = allowed > spread ? ' (it asks not to be read before)' : '';
  const reason = `${why}; next check in ${duration(moved === '' ? minutes : (allowed - start) / MINUTE)}${moved}.`;
  return { at: new Date(Math.round(allowed)).toISOString(), reason };
}
