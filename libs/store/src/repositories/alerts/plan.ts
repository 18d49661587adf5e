import type { HeldBy } from '@framewatch/contracts';

/** What the store knows when a delivery is decided; the rows that it comes from stay locked until it is stored. */
export interface DeliveryFacts {
  /** Ends of the snoozes in force that concern rule and channel; null is one that is ended by hand. */
  snoozes: readonly (Date | null)[];
  /** When the newest message with an alert of the rule goes or went over the channel. */
  lastAt: Date | null;
  /** Whether the channel carried as many messages as its cap allows in this hour or day. */
  isFull: boolean;
}

/** How one channel is to take one alert: what has to be known for it, and the decision itself. */
export interface DeliveryPlan {
  /** The inbox alone: nothing is left to send. */
  isInbox: boolean;
  /** The hour or day of the channel's cap. */
  window: { from: Date; most: number } | null;
  /** Whether the rule has a cool-down. */
  cools: boolean;
  /** Null: at once. `dueAt` null: until a snooze is ended by hand. */
  decide(facts: DeliveryFacts): { heldBy: HeldBy; dueAt: Date | null } | null;
}

/** The plan of a channel that nothing keeps calm. */
export const AT_ONCE: DeliveryPlan = { isInbox: false, window: null, cools: false, decide: () => null };
