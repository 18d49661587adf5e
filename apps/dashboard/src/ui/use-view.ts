import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { readView, type View } from '../api/view.ts';

/** What the address says, whatever page is open. */
export function useView(): View {
  return readView(useSearch({ strict: false }));
}

/** Changes part of the view in place; `undefined` removes a value. The page and its scroll position stay. */
export function useChangeView(): (change: { [Name in keyof View]: View[Name] | undefined }) => void {
  const navigate = useNavigate();
  return useCallback(
    (change) =>
      void navigate({
        to: '.',
        search: (view: Record<string, unknown>) => readView({ ...view, ...change }),
        resetScroll: false,
      }),
    [navigate],
  );
}
