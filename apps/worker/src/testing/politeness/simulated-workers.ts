import { JOBS } from '@framewatch/jobs';
import type { StageContext } from '../../runtime/stage-context.ts';
import { pollFeed } from '../../stages/poll-feed/poll-feed.stage.ts';
import { schedulePolls } from '../../stages/schedule-polls/schedule-polls.stage.ts';
import type { Moments } from './moments.ts';
import { seeded } from './seeded.ts';
import { createSimulatedQueue } from './simulated-queue.ts';
import type { WayOut } from './synthetic-web.ts';

/** How long a dead worker's jobs stay locked: from half a lock to a whole one, and the next look for stalled ones. */
const STALLED_AFTER_MS = [7_500, 20_000] as const;

/** A worker process: so many polls at once, and what its death takes along. */
interface SimulatedWorker {
  free: number;
  running: Set<string>;
  context: StageContext;
  wayOut: WayOut;
}

export interface SimulatedWorkers {
  /** Ends the worker of this number at once; another takes its place after `returnsAfterMs`. */
  kill(number: number, returnsAfterMs: number): void;
  /** Free places over time: pairs of time and number, oldest first. */
  readonly freePlaces: [at: number, free: number][];
  /** Runs of poll-feed, with those that only waited. */
  readonly runs: { total: number; waits: number; mostWaiting: number; mostDelayed: number };
}

/** Workers with the product's own stages and concurrency, around one queue; schedule-polls runs by its own clock. */
export function startSimulatedWorkers(parts: {
  moments: Moments;
  workers: number;
  context: (wayOut: WayOut) => StageContext;
  openWayOut: () => WayOut;
}): SimulatedWorkers {
  const { moments, openWayOut } = parts;
  const random = seeded(7);
  const freePlaces: [number, number][] = [];
  const runs = { total: 0, waits: 0, mostWaiting: 0, mostDelayed: 0 };
  const workers = new Map<number, SimulatedWorker>();
  const begin = (number: number): void => {
    const wayOut = openWayOut();
    const context = parts.context(wayOut);
    workers.set(number, { free: JOBS['poll-feed'].concurrency, running: new Set(), context, wayOut });
    hand();
  };
  const note = (): void => {
    const free = [...workers.values()].reduce((sum, worker) => sum + worker.free, 0);
    if (freePlaces.at(-1)?.[0] === moments.now()) freePlaces.pop();
    freePlaces.push([moments.now(), free]);
  };
  const queue = createSimulatedQueue(moments, () => hand());
  /** Gives waiting jobs to the workers with most places free. */
  const hand = (): void => {
    for (;;) {
      const worker = [...workers.values()].sort((a, b) => b.free - a.free)[0];
      if (!worker || worker.free === 0) break;
      const id = queue.take();
      if (id === undefined) break;
      worker.free -= 1;
      worker.running.add(id);
      moments.spawn(() => runPoll(worker, id));
    }
    note();
  };
  const runPoll = async (worker: SimulatedWorker, id: string): Promise<void> => {
    const outcome = await pollFeed(worker.context, { feedId: id });
    worker.running.delete(id);
    worker.free += 1;
    runs.total += 1;
    if (outcome.kind === 'retry') {
      runs.waits += 1;
      queue.delay(id, outcome.at.getTime());
    } else queue.finish(id);
    hand();
  };
  const tick = (): void => {
    const [worker] = workers.values();
    if (worker)
      moments.spawn(async () => {
        const outcome = await schedulePolls(worker.context);
        if (outcome.kind !== 'done') return;
        for (const { stage, payloads, urgency = 'news' } of outcome.wakes)
          if (stage === 'poll-feed') for (const { feedId } of payloads) queue.add(feedId, urgency);
        runs.mostWaiting = Math.max(runs.mostWaiting, queue.waiting());
        runs.mostDelayed = Math.max(runs.mostDelayed, queue.delayed());
      });
    moments.at(moments.now() + JOBS['schedule-polls'].everyMs, tick);
  };
  for (let number = 0; number < parts.workers; number += 1) begin(number);
  moments.at(moments.now(), tick);
  return {
    freePlaces,
    runs,
    kill(number, returnsAfterMs) {
      const worker = workers.get(number);
      if (!worker) return;
      workers.delete(number);
      worker.wayOut.cut();
      note();
      const [least, most] = STALLED_AFTER_MS;
      const stalledAt = moments.now() + least + random() * (most - least);
      for (const id of worker.running) moments.at(stalledAt, () => queue.returnStalled(id));
      moments.at(moments.now() + returnsAfterMs, () => begin(number));
    },
  };
}
