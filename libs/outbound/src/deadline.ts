/** One end for everything that a request does: its total time, or the caller's own signal. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Why it ended; null while it has not. */
  cause(): 'timeout' | 'aborted' | null;
  /** Lets go of timer and listener. */
  release(): void;
}

/** Starts the clock. Without AbortSignal.any, which keeps what it joins alive as long as a caller's signal lives. */
export function startDeadline(timeoutMs: number, outer: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  let cause: 'timeout' | 'aborted' | null = null;
  const end = (why: 'timeout' | 'aborted') => {
    cause ??= why;
    controller.abort();
  };
  const onOuterAbort = () => end('aborted');
  const timer = setTimeout(() => end('timeout'), timeoutMs);
  if (outer?.aborted) onOuterAbort();
  outer?.addEventListener('abort', onOuterAbort, { once: true });
  return {
    signal: controller.signal,
    cause: () => cause,
    release: () => {
      clearTimeout(timer);
      outer?.removeEventListener('abort', onOuterAbort);
    },
  };
}

/** Waits for work that may not notice an abort by itself; what arrives too late is handed to `discard`. */
export function untilAborted<T>(
  work: Promise<T>,
  signal: AbortSignal,
  discard: (late: T) => void = () => {},
): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(signal.reason as Error);
    if (signal.aborted) giveUp();
    signal.addEventListener('abort', giveUp, { once: true });
    const settle = (finish: () => void) => {
      signal.removeEventListener('abort', giveUp);
      finish();
    };
    work.then(
      (value) => settle(() => (signal.aborted ? discard(value) : resolve(value))),
      (error: Error) => settle(() => reject(error)),
    );
  });
}
