import type { CheckOutcome } from '@framewatch/contracts';
import type { FetchFailureKind } from '../fetch/index.ts';
import type { FeedFacts } from '../parse/types.ts';

/** What can go wrong with a check: on the way, at the server, or in the document. */
export type CheckFailure = FetchFailureKind | 'not-a-feed';

/** What a feed asks for about its own reading. */
export type FeedWishes = Pick<FeedFacts, 'ttlMinutes' | 'skipHours' | 'skipDays' | 'updatePeriodMinutes'>;

/** All that decides when a feed is read again; instants are ISO 8601. */
export interface NextCheckInput {
  now: string;
  /** From 0 up to 1, drawn by the caller: it spreads feeds that would otherwise be read at the same moment. */
  random: number;
  /** A push is no check, and plans none. */
  outcome: Exclude<CheckOutcome, 'pushed'>;
  /** Null where the check did not fail. */
  failure: CheckFailure | null;
  /** What went wrong, as a sentence or part of one. */
  message: string | null;
  retryAfterSeconds: number | null;
  cacheMaxAgeSeconds: number | null;
  /** The sum of weights of the failures since the last success, as the check before gave it; 0 at first. */
  errorWeight: number;
  /** When the feed's latest entries were published, in any order. */
  entryTimes: readonly string[];
  /** Null where the feed was not read this time and nothing is remembered. */
  wishes: FeedWishes | null;
  /** An interval that an editor set; it takes the place of the feed's rhythm and wishes. */
  fixedMinutes: number | null;
  /** The hub (its host) that pushes this feed's news reliably; null where none does. */
  pushedBy: string | null;
  minMinutes: number;
  maxMinutes: number;
}

export interface NextCheck {
  /** Null where the feed is paused. */
  at: string | null;
  /** One or two sentences for an editor. */
  reason: string;
  errorWeight: number;
  /** Why nothing is planned: only a 410 does that, and an editor sees it. */
  pause: 'gone' | null;
}
