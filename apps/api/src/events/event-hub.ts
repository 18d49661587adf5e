import { type Database, EVENT_CHANNEL, type Store } from '@framewatch/store';
import type { LiveEvent } from '@framewatch/contracts';
import { keepSession, type Session } from '../runtime/session.ts';
import type { Log } from '../runtime/log.ts';

/** An event with its place in the order. */
export interface NumberedEvent {
  id: string;
  event: LiveEvent;
}

type Listener = (event: NumberedEvent) => void;

/** Tells whoever listens of every event that any process stores. */
export interface EventHub {
  listen(listener: Listener): () => void;
  listeners(): number;
  close(): Promise<void>;
}

/** A poll of a full feed stores many events at once: they are read together. */
const GATHER_MS = 40;
const MOST_AT_ONCE = 500;

/**
 * Listens on one session for all readers. Events are read by the ids that notifications name, for ids are not
 * committed in their order; after a broken session everything since the newest known one is told.
 */
export function openEventHub(sessions: Database, store: Store, log: Log): EventHub {
  const listeners = new Set<Listener>();
  const named = new Set<string>();
  let newest: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  const fail = (error: unknown) => log('warn', `live events: ${messageOf(error)}`);
  const tell = (event: NumberedEvent) => {
    if (newest === null || isAfter(event.id, newest)) newest = event.id;
    for (const listener of listeners) listener(event);
  };
  const readNamed = async (): Promise<void> => {
    const ids = [...named].sort((a, b) => (isAfter(a, b) ? 1 : -1));
    named.clear();
    for (const event of await readEvents(store, ids)) tell(event);
  };
  const onNotice = (id: string | undefined) => {
    if (id === undefined || !/^\d+$/.test(id)) return;
    named.add(id);
    timer ??= setTimeout(() => {
      timer = undefined;
      readNamed().catch(fail);
    }, GATHER_MS);
  };
  const onOpen = async (session: Session): Promise<void> => {
    session.on('notification', ({ payload }) => onNotice(payload));
    await session.query(`listen ${EVENT_CHANNEL}`);
    if (newest === null) newest = await store.events.findNewestId();
    else for (const event of await store.events.findAfter(newest, MOST_AT_ONCE)) tell(event);
  };
  const keeper = keepSession(sessions, { onOpen, onLost: () => {}, onError: fail, retryMs: 1_000 });
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    listeners: () => listeners.size,
    async close() {
      clearTimeout(timer);
      listeners.clear();
      await keeper.close();
    },
  };
}

/** Events of these ids (ascending); what lies between them was told already or is told by its own notification. */
async function readEvents(store: Store, ids: string[]): Promise<NumberedEvent[]> {
  const wanted = new Set(ids);
  const found: NumberedEvent[] = [];
  for (let next = ids[0]; next !== undefined; ) {
    const page = await store.events.findAfter(String(BigInt(next) - 1n), MOST_AT_ONCE);
    found.push(...page.filter(({ id }) => wanted.has(id)));
    const last = page.at(-1)?.id;
    next = page.length < MOST_AT_ONCE || last === undefined ? undefined : ids.find((id) => isAfter(id, last));
  }
  return found;
}

/** Whether one event id comes after another; ids outgrow a JavaScript number. */
export const isAfter = (a: string, b: string): boolean => BigInt(a) > BigInt(b);

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
