import type { OutboundFailureReason } from './outbound.types.ts';

/** Thrown inside this lib where the reason of a failure is already known; never leaves it. */
export class Refusal extends Error {
  readonly reason: OutboundFailureReason;

  constructor(reason: OutboundFailureReason, message: string) {
    super(message);
    this.reason = reason;
  }
}
