import { useCallback, useState } from 'react';
import type { Draft } from './draft.ts';

interface Kept {
  at: string;
  draft: Draft;
}

/**
 * A draft that survives leaving the page: unsaved changes are kept in this browser under `slot` and come back.
 * `restoredAt` says since when they lay there.
 */
export function useDraft(slot: string, initial: Draft) {
  const key = `framewatch.rule-draft.${slot}`;
  const [kept, setKept] = useState<Kept | null>(() => readKept(key));
  const [draft, setDraft] = useState<Draft>(kept ? { ...initial, ...kept.draft } : initial);
  const forget = useCallback(() => store(key, null), [key]);
  const change = useCallback(
    (changes: Partial<Draft>) =>
      setDraft((before) => {
        const next = { ...before, ...changes };
        store(key, { at: new Date().toISOString(), draft: next });
        return next;
      }),
    [key],
  );
  const reset = useCallback(
    (to: Draft) => {
      forget();
      setKept(null);
      setDraft(to);
    },
    [forget],
  );
  return { draft, change, reset, forget, restoredAt: kept?.at ?? null };
}

function readKept(key: string): Kept | null {
  try {
    const text = localStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Kept);
  } catch {
    return null;
  }
}

function store(key: string, kept: Kept | null): void {
  try {
    if (kept === null) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // Private windows may refuse storage; unsaved changes then end with the page.
  }
}
