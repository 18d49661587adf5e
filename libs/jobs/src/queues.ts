import type { StageName } from '@framewatch/contracts';
import { type JobsOptions, Queue } from 'bullmq';
import type { QueueConnection } from './backend.ts';
import type { JobContract } from './job.ts';
import { JOBS, type PayloadOf, RECURRING } from './pipeline.ts';

/** Job counts of one queue. */
export interface QueueCounts {
  name: StageName;
  waiting: number;
  active: number;
  delayed: number;
  failed: number;
}

/** News goes first; history, imports and re-classification fill the time between. */
export type Urgency = 'news' | 'background';

/** BullMQ takes jobs without a priority before those with one. */
const BACKGROUND_PRIORITY = 10;

/**
 * So many jobs are added one by one: on PostgreSQL, BullMQ makes two temporary tables for each bulk, which costs more
 * than a dozen adds (measured: 8.6 against 0.6 ms) and sets back the plans of every other session.
 */
const FEW = 8;

/** Adds jobs; knows nothing of who runs them. */
export interface JobQueues {
  add<Name extends StageName>(name: Name, payload: PayloadOf<Name>, urgency?: Urgency): Promise<void>;
  addMany<Name extends StageName>(name: Name, payloads: PayloadOf<Name>[], urgency?: Urgency): Promise<void>;
  /** Makes the recurring jobs known; safe at every boot of every worker. */
  scheduleRecurring(): Promise<void>;
  counts(): Promise<QueueCounts[]>;
  close(): Promise<void>;
}

/**
 * Opens the queues. Finished and failed jobs are removed at once: the article's fate lives in its row,
 * and a kept job would block its id. `onError` hears of lost connections; they mend themselves.
 */
export function openQueues(connection: QueueConnection, onError: (error: Error) => void): JobQueues {
  const queues = new Map<StageName, Queue>();
  const queueOf = (name: StageName): Queue => {
    const known = queues.get(name);
    if (known) return known;
    const queue = new Queue(name, { connection });
    queue.on('error', onError);
    queues.set(name, queue);
    return queue;
  };
  return {
    async add(name, payload, urgency = 'news') {
      await queueOf(name).add(name, payload, optionsOf(name, payload, urgency));
    },
    async addMany(name, payloads, urgency = 'news') {
      if (payloads.length <= FEW) {
        for (const data of payloads) await queueOf(name).add(name, data, optionsOf(name, data, urgency));
        return;
      }
      await queueOf(name).addBulk(
        payloads.map((data) => ({ name, data, opts: optionsOf(name, data, urgency) })),
      );
    },
    async scheduleRecurring() {
      for (const job of RECURRING)
        await queueOf(job.name).upsertJobScheduler(
          job.name,
          { every: job.everyMs },
          { name: job.name, data: {}, opts: { removeOnComplete: true, removeOnFail: true } },
        );
    },
    counts: () =>
      Promise.all(
        (Object.keys(JOBS) as StageName[]).map(async (name) => {
          const n = await queueOf(name).getJobCounts('wait', 'prioritized', 'active', 'delayed', 'failed');
          return {
            name,
            waiting: (n.wait ?? 0) + (n.prioritized ?? 0),
            active: n.active ?? 0,
            delayed: n.delayed ?? 0,
            failed: n.failed ?? 0,
          };
        }),
      ),
    async close() {
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
}

function optionsOf<Name extends StageName>(
  name: Name,
  payload: PayloadOf<Name>,
  urgency: Urgency,
): JobsOptions {
  const job = JOBS[name] as unknown as JobContract<PayloadOf<Name>>;
  return {
    jobId: job.id(payload),
    attempts: job.attempts,
    ...(urgency === 'background' ? { priority: BACKGROUND_PRIORITY } : {}),
    ...(job.backoffMs > 0 ? { backoff: { type: 'exponential', delay: job.backoffMs } } : {}),
    removeOnComplete: true,
    removeOnFail: true,
  };
}
