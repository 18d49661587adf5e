import { type RefObject, useEffect, useRef } from 'react';

/** Moves the keyboard to what has just taken the place of what it was on; else it would be lost on the page behind. */
export function useFocusOnMount<Element extends HTMLElement>(): RefObject<Element | null> {
  const ref = useRef<Element>(null);
  useEffect(() => ref.current?.focus(), []);
  return ref;
}
