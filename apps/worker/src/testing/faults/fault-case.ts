import type { CheckOutcome } from '@framewatch/contracts';
import type { Resolve } from '@framewatch/outbound';
import type { Answer, FaultFront } from './fault-front.ts';

/** One kind of fault: what is sent, and what the product has to do about it. */
export interface FaultCase {
  /** Names the case in the test and in the report. */
  kind: string;
  /** What was sent, for the report. */
  sent: string;
  answer?: Answer;
  /** What happens to the server itself, in place of an answer. */
  strike?: (front: FaultFront) => Promise<void> | void;
  /** How the press's name is resolved while the fault lasts. */
  resolve?: Resolve;
  secure?: boolean;
  expect: Expectation;
}

export interface Expectation {
  outcome: CheckOutcome;
  status?: number;
  /** What the check says went wrong. */
  error?: RegExp;
  /** How much each failing check adds: it decides when the next one is. */
  weight?: number;
  /** Articles that the first faulty poll stores; one was published for it to find. */
  stored?: number;
  /** Entries that are no articles of the press but believed: a feed that becomes another. */
  foreign?: number;
  /** Minutes until the next check, where the weight does not tell. */
  nextMinutes?: [number, number];
  /** What the reason for the next check says beside the error. */
  why?: RegExp;
  /** The feed's row afterwards. */
  feed?: Record<string, unknown>;
  paused?: boolean;
  /** Whether a coverage gap opens: by default where something fails. */
  gap?: boolean;
}
