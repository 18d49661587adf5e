import type { Window } from '@framewatch/alert-rules';

/** The replay goes by steps of ten minutes. */
export const BIN_MS = 600_000;

/** The first window that reaches into the replayed stretch. */
export const firstLive = (windows: readonly Window[], from: Date): number =>
  Math.max(
    0,
    windows.findIndex(({ end }) => end > from),
  );

export const WINDOW_CAVEAT =
  'Replayed in steps of ten minutes, with gaps and the baseline as they are known today.';
