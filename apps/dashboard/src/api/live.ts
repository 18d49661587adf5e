import type { LiveEvent } from '@framewatch/contracts';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { invalidate, keys } from './queries.ts';

/** `connecting` covers the browser's own attempts to come back. */
type LiveState = 'connecting' | 'live';

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
  alert: [keys.alerts, keys.rules, keys.channels, keys.deliveries],
  feed: [keys.feeds, keys.status],
  model: [keys.beats, keys.trend, keys.heatmap, keys.headline, keys.latest, keys.article, keys.status],
  config: [keys.feeds, keys.rules, keys.channels, keys.beats, keys.status],
};

/** Many articles can arrive at once after a poll: what they touch is asked for again once in this time. */
const gatherMs = 1_500;

/** Pause before asking again for events that were refused, such as while the API starts. */
const reopenMs = 5_000;

let snapshot: LiveSnapshot = { state: 'connecting', since: new Date(), arrived: 0 };
const listeners = new Set<() => void>();

/** Whether live events flow, since when, and how many relevant articles they have announced. */
export function useLive(): LiveSnapshot {
  return useSyncExternalStore(subscribe, () => snapshot);
}

/** Keeps one connection to the live events open while the application is. */
export function useLiveEvents(): void {
  const client = useQueryClient();
  useEffect(() => {
    if (typeof EventSource === 'undefined') return;
    const gathered = gather(client);
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let lost = false;
    const open = () => {
      source = new EventSource('/api/events');
      source.onopen = () => {
        update({ state: 'live', since: new Date() });
        // What happened meanwhile is unknown: everything on screen is asked for again.
        if (lost) void client.invalidateQueries();
        lost = false;
      };
      source.onerror = () => {
        lost = true;
        if (snapshot.state === 'live') update({ state: 'connecting', since: new Date() });
        // The browser comes back by itself, but not after a refusal.
        if (source.readyState === EventSource.CLOSED) timer = setTimeout(open, reopenMs);
      };
      for (const kind of kinds)
        source.addEventListener(kind, (message: MessageEvent<string>) => gathered.receive(message.data));
    };
    open();
    return () => {
      clearTimeout(timer);
      gathered.stop();
      source.close();
    };
  }, [client]);
}

/** Collects what events make old, and asks for it again once in a while. */
function gather(client: QueryClient) {
  const waiting = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    timer = undefined;
    const names = [...waiting];
    waiting.clear();
    void invalidate(client, names);
  };
  return {
    receive: (data: string) => {
      const event = readEvent(data);
      if (!event) return;
      if (event.kind === 'article' && event.relevant) update({ arrived: snapshot.arrived + 1 });
      for (const name of touches[event.kind]) waiting.add(name);
      timer ??= setTimeout(flush, gatherMs);
    },
    stop: () => clearTimeout(timer),
  };
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
