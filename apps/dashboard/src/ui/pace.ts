import { useRef } from 'react';

interface Sample {
  at: number;
  done: number;
}

/** How fast a long piece of work goes, and how long the rest of it takes at that speed. */
export interface Pace {
  perMinute: number;
  minutesLeft: number;
}

/** Older samples say nothing about the speed of now. */
const WINDOW_MS = 60_000;
/** Shorter spans give a number that jumps. */
const LEAST_SPAN_MS = 5_000;

/** The pace of the last minute; null while there is too little to say, or nothing moves. */
export function paceOf(samples: readonly Sample[], total: number): Pace | null {
  const last = samples.at(-1);
  const first = samples.find(({ at }) => last !== undefined && last.at - at <= WINDOW_MS);
  if (!first || !last || last.at - first.at < LEAST_SPAN_MS || last.done <= first.done) return null;
  const perMinute = ((last.done - first.done) / (last.at - first.at)) * 60_000;
  return {
    perMinute: Math.round(perMinute),
    minutesLeft: Math.max(1, Math.ceil((total - last.done) / perMinute)),
  };
}

/** Follows a model on its way through the answers that come in; `at` is when the last one came, in milliseconds. */
export function usePace(
  work: { version: string; done: number; total: number } | null,
  at: number,
): Pace | null {
  const seen = useRef<{ version: string; samples: Sample[] }>({ version: '', samples: [] });
  if (!work) return null;
  if (seen.current.version !== work.version) seen.current = { version: work.version, samples: [] };
  const { samples } = seen.current;
  if (samples.at(-1)?.at !== at) samples.push({ at, done: work.done });
  while (samples[0] && at - samples[0].at > WINDOW_MS) samples.shift();
  return paceOf(samples, work.total);
}
