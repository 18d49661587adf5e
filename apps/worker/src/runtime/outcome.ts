import type { StageName } from '@framewatch/contracts';
import type { PayloadOf, Urgency } from '@framewatch/jobs';

/** Jobs that a finished stage wakes; the pipeline says which it may. */
export type Wake = {
  [Name in StageName]: { stage: Name; payloads: PayloadOf<Name>[]; urgency?: Urgency };
}[StageName];

/** News overtakes what was imported or comes from a feed's first poll. */
export const urgencyOf = ({ is_news }: { is_news: boolean }): Urgency => (is_news ? 'news' : 'background');

/** How a stage ends. Nothing is decided by matching an error's message. */
export type Outcome =
  | { kind: 'done'; wakes: Wake[] }
  /** Nothing to do: already done, or no longer wanted. */
  | { kind: 'skipped'; why: string }
  /** The article ends here, for good and for a reason that is shown with it. */
  | { kind: 'discarded'; reason: string }
  | { kind: 'retry'; at: Date; why: string }
  /** Something is wrong with it that a person should look at. */
  | { kind: 'quarantined'; reason: string };

export const done = (...wakes: Wake[]): Outcome => ({
  kind: 'done',
  wakes: wakes.filter((wake) => wake.payloads.length > 0),
});
export const skipped = (why: string): Outcome => ({ kind: 'skipped', why });
export const retryAt = (at: Date, why: string): Outcome => ({ kind: 'retry', at, why });
