import type { CheckOutcome, Settings } from '@framewatch/contracts';
import {
  type FetchFailureKind,
  type NextCheck,
  type NextCheckInput,
  nextCheck,
  type ReadFeed,
} from '@framewatch/feeds';
import type { FeedRow } from '@framewatch/store';

/** How a poll ended, in what decides the next one. */
export interface PollResult {
  outcome: Exclude<CheckOutcome, 'pushed'>;
  failure: FetchFailureKind | 'not-a-feed' | null;
  status: number | null;
  message: string | null;
  retryAfterSeconds: number | null;
  cacheMaxAgeSeconds: number | null;
}

type Wishes = NextCheckInput['wishes'];

const NO_WISHES: Wishes = { ttlMinutes: null, skipHours: [], skipDays: [], updatePeriodMinutes: null };

/** What a feed asks of its readers. */
export function wishesOf({ ttlMinutes, skipHours, skipDays, updatePeriodMinutes }: ReadFeed): Wishes {
  return { ttlMinutes, skipHours, skipDays, updatePeriodMinutes };
}

/** When this feed is read next: its row, the poll just ended and the settings, put to the rule in libs/feeds. */
export function planNextCheck(input: {
  feed: FeedRow;
  result: PollResult;
  entryTimes: string[];
  parsed: ReadFeed | null;
  settings: Settings;
  pushedBy: string | null;
  now: Date;
  random: number;
}): NextCheck {
  const { feed, result, settings } = input;
  return nextCheck({
    now: input.now.toISOString(),
    random: input.random,
    outcome: result.outcome,
    failure: result.failure,
    message: result.message,
    retryAfterSeconds: result.retryAfterSeconds,
    cacheMaxAgeSeconds: result.cacheMaxAgeSeconds,
    errorWeight: feed.error_weight,
    entryTimes: input.entryTimes,
    wishes: input.parsed ? wishesOf(input.parsed) : ((feed.wishes as Wishes | null) ?? NO_WISHES),
    pushedBy: input.pushedBy,
    fixedMinutes: feed.fixed_interval_minutes,
    minMinutes: settings.polling.minMinutes,
    maxMinutes: settings.polling.maxHours * 60,
  });
}
