import type { StageName } from '@framewatch/contracts';

/** A payload's check, as zod and every other Standard Schema library offers it. */
interface PayloadSchema<Payload> {
  parse(value: unknown): Payload;
}

/** One job's contract: the only place where its name, payload, retries and id stand. */
export interface JobContract<Payload> {
  readonly name: StageName;
  readonly payload: PayloadSchema<Payload>;
  /** Tries after an unexpected exception; expected failures are outcomes and keep their own count in the row. */
  readonly attempts: number;
  /** First pause after an exception; doubled each time. */
  readonly backoffMs: number;
  /** Why so many tries and no more. */
  readonly why: string;
  /** Jobs that one worker process runs at once. */
  readonly concurrency: number;
  /** Deterministic, without `:` and not all digits: a job that waits already is not added twice. */
  readonly id: (payload: Payload) => string;
}

/** A recurring job: runs every so often, once across all workers. */
export interface RecurringContract extends JobContract<Record<string, never>> {
  readonly everyMs: number;
}
