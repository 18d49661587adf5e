import type { Alert } from '@framewatch/contracts';
import { useState } from 'react';

/** Nearer to the top than this, nobody reads further down yet. */
const atTop = 160;

/**
 * Holds new alerts back while somebody reads further down, so that nothing jumps; at the top they come in by themselves.
 * A change of `scope` (the filter) begins anew.
 */
export function useHeldBack(alerts: readonly Alert[] | undefined, scope: string) {
  const [mark, setMark] = useState<{ scope: string; newest: bigint } | null>(null);
  const newest = alerts?.[0] ? BigInt(alerts[0].id) : null;
  const begun = mark?.scope === scope ? mark.newest : null;
  const isReading = window.scrollY > atTop;
  if (newest !== null && newest !== begun && (begun === null || !isReading)) {
    setMark({ scope, newest });
  }
  const shown = begun === null || !isReading ? alerts : alerts?.filter(({ id }) => BigInt(id) <= begun);
  return {
    shown,
    waiting: (alerts?.length ?? 0) - (shown?.length ?? 0),
    show: () => {
      if (newest !== null) setMark({ scope, newest });
      window.scrollTo({ top: 0 });
    },
  };
}
