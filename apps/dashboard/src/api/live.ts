import type { LiveEvent } from '@framewatch/contracts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { invalidate, keys } from './queries.ts';

/** `connecting` covers the browser's own attempts to come back. */
export type LiveState = 'connecting' | 'live';

interface LiveSnapshot {
  state: LiveState;
  since: Date;
  /** Relevant articles announced since the page was opened. */
  arrived: number;
}

const kinds: readonly LiveEvent['kind'][] = ['article', 'alert', 'feed', 'model', 'config'];

/** What an event makes old. The article list is not among it: it must not jump while it is being read. */
const touches: Record<LiveEvent['kind'], readonly string[]> = {
  article: [keys.latest, keys.trend, keys.heatmap, keys.headline, keys.status],
  alert: [keys.alerts, keys.rules],
  feed: [keys.feeds, keys.status],
  model: [keys.beats, keys.trend, keys.heatmap, keys.headline, keys.latest, keys.article, keys.status],
  config: [keys.feeds, keys.rules, keys.beats, keys.status],
};

/** Many articles can arrive at once after a poll: what they touch is asked for again once in this time. */
const gatherMs = 1_500;

let snapshot: LiveSnapshot = { state: 'connecting', since: new Date(), arrived: 0 };
const listeners = new Set<() => void>();

/** Whether live events flow, since when, and how many relevant articles they have announced. */
export function useLive(): LiveSnapshot {
  return useSyncExternalStore(subscribe, () => snapshot);
}

/** Keeps one connection to the live events open while the application is. */
export function useLiveEvents(): void {
  const client = useQueryClient();
  const waiting = useRef(new Set<string>());
  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    const source = new EventSource('/api/events');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const flush = () => {
      timer = undefined;
      const names = [...waiting.current];
      waiting.current.clear();
      void invalidate(client, names);
    };
    const receive = (message: MessageEvent<string>) => {
      const event = readEvent(message.data);
      if (!event) return;
      if (event.kind === 'article' && event.relevant) update({ arrived: snapshot.arrived + 1 });
      for (const name of touches[event.kind]) waiting.current.add(name);
      timer ??= setTimeout(flush, gatherMs);
    };
    source.onopen = () => update({ state: 'live', since: new Date() });
    source.onerror = () => {
      if (snapshot.state === 'live') update({ state: 'connecting', since: new Date() });
    };
    for (const kind of kinds) source.addEventListener(kind, receive);
    return () => {
      clearTimeout(timer);
      source.close();
    };
  }, [client]);
}

function readEvent(data: string): LiveEvent | null {
  try {
    return JSON.parse(data) as LiveEvent;
  } catch {
    return null;
  }
}

function update(change: Partial<LiveSnapshot>): void {
  snapshot = { ...snapshot, ...change };
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
