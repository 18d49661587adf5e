import type { Urgency } from '@framewatch/jobs';
import type { Moments } from './moments.ts';

/**
 * One queue as BullMQ keeps it: an id that waits, is delayed or runs is not added again; jobs without a priority go
 * before those with one, each first in, first out; a delayed job joins the end when its time has come; a stalled one
 * the front.
 */
export interface SimulatedQueue {
  add(id: string, urgency: Urgency): void;
  /** The next job to run, or undefined. */
  take(): string | undefined;
  /** A running job is done: its id is free. */
  finish(id: string): void;
  /** A running job goes back until then. */
  delay(id: string, until: number): void;
  /** A running job of a worker that died. */
  returnStalled(id: string): void;
  /** Jobs that wait for a worker. */
  waiting(): number;
  /** Jobs that wait for their time. */
  delayed(): number;
}

/** An empty queue; `onReady` is told whenever a job may be taken. */
export function createSimulatedQueue(moments: Moments, onReady: () => void): SimulatedQueue {
  const known = new Map<string, Urgency>();
  const lines: Record<Urgency, string[]> = { news: [], background: [] };
  let delayed = 0;
  const join = (id: string): void => {
    lines[known.get(id) ?? 'news'].push(id);
    onReady();
  };
  return {
    add(id, urgency) {
      if (known.has(id)) return;
      known.set(id, urgency);
      join(id);
    },
    take: () => lines.news.shift() ?? lines.background.shift(),
    finish: (id) => void known.delete(id),
    delay(id, until) {
      delayed += 1;
      moments.at(until, () => {
        delayed -= 1;
        join(id);
      });
    },
    returnStalled(id) {
      lines.news.unshift(id);
      onReady();
    },
    waiting: () => lines.news.length + lines.background.length,
    delayed: () => delayed,
  };
}
