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

/** Adds jobs; knows nothing of who runs them. */
export interface JobQueues {
  add<Name extends StageName>(name: Name, payload: PayloadOf<Name>): Promise<void>;
  addMany<Name extends StageName>(name: Name, payloads: PayloadOf<Name>[]): Promise<void>;
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
    async add(name, payload) {
      await queueOf(name).add(name, payload, optionsOf(name, payload));
    },
    async addMany(name, payloads) {
      if (payloads.length === 0) return;
      await queueOf(name).addBulk(payloads.map((data) => ({ name, data, opts: optionsOf(name, data) })));
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

function optionsOf<Name extends StageName>(name: Name, payload: PayloadOf<Name>): JobsOptions {
  const job = JOBS[name] as unknown as JobContract<PayloadOf<Name>>;
  return {
    jobId: job.id(payload),
    attempts: job.attempts,
    ...(job.backoffMs > 0 ? { backoff: { type: 'exponential', delay: job.backoffMs } } : {}),
    removeOnComplete: true,
    removeOnFail: true,
  };
}
