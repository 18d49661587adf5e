import { Session } from 'node:inspector/promises';

/**
 * Counts what code does, without a clock: how often each block of it ran, by the engine's own coverage counters, and
 * how many letters and items the built-in functions that it calls had before them. For specs.
 */
export interface WorkMeter {
  /** Steps of everything that ran since the last reading. */
  read(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts counting in the scripts whose address holds `within`. Scripts loaded before are counted by function only. */
export async function startWorkMeter(within: string): Promise<WorkMeter> {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const builtIns = meterBuiltIns();
  return {
    async read() {
      const { result } = await session.post('Profiler.takePreciseCoverage');
      const counts = result
        .filter(({ url }) => url.includes(within) && !url.includes('.spec.'))
        .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges.map(({ count }) => count)));
      return counts.reduce((sum, count) => sum + count, 0) + builtIns.take();
    },
    async stop() {
      builtIns.restore();
      await session.post('Profiler.stopPreciseCoverage');
      session.disconnect();
    },
  };
}

type Callable = (this: unknown, ...args: unknown[]) => unknown;

/** Functions that look through all that they are called on; `indexOf` and `includes` of texts only as far as they must. */
const WHOLE_TEXT = ['replace', 'split', 'trim', 'normalize', 'toLowerCase', 'match', 'matchAll'] as const;
const SEARCHES = ['indexOf', 'includes'] as const;
const WHOLE_LIST = [
  'map',
  'filter',
  'flatMap',
  'flat',
  'some',
  'every',
  'find',
  'findIndex',
  'reduce',
  'forEach',
  'slice',
  'splice',
  'sort',
  'join',
  'concat',
  'includes',
  'indexOf',
  'shift',
  'unshift',
] as const;

function meterBuiltIns() {
  let steps = 0;
  const undo: (() => void)[] = [];
  const wrap = (
    target: object,
    name: PropertyKey,
    cost: (self: unknown, args: unknown[], result: unknown) => number,
  ) => {
    const original = Reflect.get(target, name) as Callable;
    const metered: Callable = function (...args) {
      const result = Reflect.apply(original, this, args);
      steps += cost(this, args, result);
      return result;
    };
    Object.defineProperty(target, name, { value: metered, configurable: true, writable: true });
    undo.push(() =>
      Object.defineProperty(target, name, { value: original, configurable: true, writable: true }),
    );
  };
  for (const name of WHOLE_TEXT) wrap(String.prototype, name, (self) => String(self).length);
  for (const name of SEARCHES) wrap(String.prototype, name, costOfSearch);
  for (const name of WHOLE_LIST) wrap(Array.prototype, name, (self) => (self as unknown[]).length);
  for (const name of ['exec', 'test'] as const)
    wrap(RegExp.prototype, name, (self, [text]) => String(text).length - (self as RegExp).lastIndex);
  wrap(JSON, 'parse', (_self, [text]) => String(text).length);
  return {
    take: () => {
      const taken = steps;
      steps = 0;
      return taken;
    },
    restore: () => {
      for (const one of undo) one();
    },
  };
}

function costOfSearch(self: unknown, args: unknown[], result: unknown): number {
  const from = typeof args[1] === 'number' ? args[1] : 0;
  return typeof result === 'number' && result >= 0 ? result - from + 1 : String(self).length - from;
}
