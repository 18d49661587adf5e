import { useEffect, useRef } from 'react';

/** An action that returns false had nothing to do here and leaves the key to others. */
type KeyActions = Record<string, () => unknown>;

/** Runs an action for a single key, never while somebody types or with Ctrl, Alt or Cmd held. */
export function useKeys(actions: KeyActions): void {
  const current = useRef(actions);
  current.current = actions;
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event)) return;
      const action = current.current[event.key];
      if (action && action() !== false) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

/** The keys that work on every page: / to search, ? for help, j and k through the rows of a list. */
export function useGlobalKeys({ onHelp }: { onHelp: () => void }): void {
  useKeys({
    '/': focusSearch,
    '?': onHelp,
    j: () => focusRow(1),
    k: () => focusRow(-1),
  });
}

/** Rows say that they are one by `data-row`; the element that carries it takes the focus. */
function focusRow(step: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')];
  if (rows.length === 0) return false;
  const at = rows.findIndex((row) => row === document.activeElement || row.contains(document.activeElement));
  const next = at < 0 ? (step === 1 ? 0 : rows.length - 1) : at + step;
  rows[Math.min(rows.length - 1, Math.max(0, next))]?.focus();
  return true;
}

/** The page's own search box, where it has one, otherwise the one in the head. */
function focusSearch(): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>('input[data-search]')];
  const box = boxes.findLast((one) => one.offsetParent !== null);
  box?.focus();
  box?.select();
}

function isTyping(event: KeyboardEvent): boolean {
  const target = event.target;
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
}
