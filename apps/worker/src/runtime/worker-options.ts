import type { StageName } from '@framewatch/contracts';
import { JOBS } from '@framewatch/jobs';

/** A killed worker's jobs are free after this; a living one renews its hold every half of it. */
const LOCK_MS = 15_000;
/** How often free ones are looked for. */
const STALLED_EVERY_MS = 5_000;
/** A job outlives so many killed workers before it is given up; requeue-stuck would bring it back even then. */
const MOST_KILLS = 5;

/** How a stage's worker takes jobs from its queue. */
export function workerOptions(name: StageName) {
  return {
    concurrency: JOBS[name].concurrency,
    lockDuration: LOCK_MS,
    stalledInterval: STALLED_EVERY_MS,
    maxStalledCount: MOST_KILLS,
  };
}
