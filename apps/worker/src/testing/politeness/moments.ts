/** A simulated clock with what is to happen on it. Time moves only when nothing runs any more. */
export interface Moments {
  /** Milliseconds since 1970, simulated. */
  now(): number;
  /** Does something at that time, or now if it has passed. */
  at(time: number, action: () => void): void;
  /** Runs something that takes no simulated time of its own, such as a query. */
  spawn(work: () => Promise<void>): void;
  /** Waits, from within what was spawned, until that time; never returns where `isLost` says so by then. */
  sleep(until: number, isLost?: () => boolean): Promise<void>;
  /** Lets everything happen up to that time. Throws what spawned work threw. */
  run(until: number): Promise<void>;
}

interface Moment {
  at: number;
  order: number;
  action: () => void;
}

/**
 * Instants are rounded up to this many milliseconds, so that what happens at nearly the same time runs side by side,
 * with real concurrency in the database.
 */
export const GRAIN_MS = 20;

/** A clock that starts at `start`. */
export function createMoments(start: number): Moments {
  const heap: Moment[] = [];
  let clock = start;
  let order = 0;
  let running = 0;
  let failure: unknown;
  let wake: (() => void) | undefined;
  const rest = (): void => {
    running -= 1;
    if (running === 0) wake?.();
  };
  const quiet = async (): Promise<void> => {
    if (running > 0) await new Promise<void>((resolve) => (wake = resolve));
    wake = undefined;
    if (failure !== undefined) throw failure as Error;
  };
  const at: Moments['at'] = (time, action) => {
    order += 1;
    push(heap, { at: Math.max(clock, Math.ceil(time / GRAIN_MS) * GRAIN_MS), order, action });
  };
  return {
    now: () => clock,
    at,
    spawn(work) {
      running += 1;
      work()
        .catch((error: unknown) => (failure ??= error))
        .finally(rest);
    },
    sleep: (until, isLost = () => false) =>
      new Promise((resolve) => {
        at(until, () => {
          if (isLost()) return;
          running += 1;
          resolve();
        });
        rest();
      }),
    async run(until) {
      for (let next = heap[0]; next && next.at <= until; next = heap[0]) {
        clock = next.at;
        // All of one instant together.
        while (heap[0]?.at === clock) pop(heap)?.action();
        await quiet();
      }
      clock = Math.max(clock, until);
    },
  };
}

const before = (a: Moment, b: Moment): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** A binary heap: a simulated day has hundreds of thousands of moments. */
function push(heap: Moment[], moment: Moment): void {
  let child = heap.push(moment) - 1;
  while (child > 0) {
    const parent = (child - 1) >> 1;
    const above = heap[parent] as Moment;
    if (!before(moment, above)) break;
    heap[child] = above;
    child = parent;
  }
  heap[child] = moment;
}

function pop(heap: Moment[]): Moment | undefined {
  const first = heap[0];
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return first;
  let parent = 0;
  for (;;) {
    const left = 2 * parent + 1;
    const right = left + 1;
    const child = right < heap.length && before(heap[right] as Moment, heap[left] as Moment) ? right : left;
    const below = heap[child];
    if (below === undefined || !before(below, last)) break;
    heap[parent] = below;
    parent = child;
  }
  heap[parent] = last;
  return first;
}
