/** Tells the time. Passed in wherever time matters, so that a test or a simulation can own it. */
export type Clock = { now(): Date };

/** A clock that stands still until it is moved. */
export type FakeClock = Clock & { set(at: Date | string): void; advance(milliseconds: number): void };

/** The machine's own time. */
export const systemClock: Clock = { now: () => new Date() };

/** A clock set to `start` (an instant; ISO 8601 with a zone) that only `set` and `advance` move. */
export function fakeClock(start: Date | string): FakeClock {
  let at = new Date(start).getTime();
  return {
    now: () => new Date(at),
    set: (to) => {
      at = new Date(to).getTime();
    },
    advance: (milliseconds) => {
      at += milliseconds;
    },
  };
}
