import type { CheckOutcome, Settings } from '@framewatch/contracts';
import type { FetchFailureKind, ReadFeed } from '@framewatch/feeds';
import type { FeedRow } from '@framewatch/store';

/** How a poll ended, in what decides the next one. */
export interface PollResult {
  outcome: CheckOutcome;
  failure: FetchFailureKind | 'not-a-feed' | null;
  status: number | null;
  message: string | null;
  retryAfterSeconds: number | null;
  cacheMaxAgeSeconds: number | null;
}

export interface NextCheckPlan {
  at: Date | null;
  reason: string;
  errorWeight: number;
  pause: string | null;
}

interface PlanInput {
  feed: FeedRow;
  result: PollResult;
  times: string[];
  parsed: ReadFeed | null;
  settings: Settings;
  now: Date;
  random: number;
}

export function planNextCheck({ feed, result, times, settings, now, random }: PlanInput): NextCheckPlan {
  const min = settings.polling.minMinutes;
  const max = settings.polling.maxHours * 60;
  const fixed = feed.fixed_interval_minutes;
  const span =
    times.length > 1
      ? (Date.parse(times.at(-1) ?? '') - Date.parse(times[0] ?? '')) / 60_000 / (times.length - 1)
      : 60;
  const interval = fixed ?? Math.min(max, Math.max(min, span / 2));
  const failed = result.outcome === 'failed' || result.outcome === 'rate-limited';
  if (result.outcome === 'gone')
    return {
      at: null,
      reason: 'The outlet says that this feed is gone for good (410).',
      errorWeight: 0,
      pause: 'gone',
    };
  const errorWeight = failed ? feed.error_weight + 0.5 : 0;
  const minutes = failed ? Math.min(max, interval * Math.max(1, errorWeight)) : interval;
  const at = new Date(
    now.getTime() +
      Math.max(minutes * 60_000 * (0.95 + random * 0.1), (result.retryAfterSeconds ?? 0) * 1000),
  );
  return {
    at,
    reason: failed ? (result.message ?? 'It failed.') : `Next check in ${Math.round(minutes)} minutes.`,
    errorWeight,
    pause: null,
  };
}
