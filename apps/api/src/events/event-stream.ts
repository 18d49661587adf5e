import type { ServerResponse } from 'node:http';
import type { Store } from '@framewatch/store';
import { type EventHub, isAfter, type NumberedEvent } from './event-hub.ts';

const HEARTBEAT_MS = 15_000;
/** A reader that takes nothing for so many bytes is let go; it comes back with the id of its last event. */
const MOST_WAITING_BYTES = 1_000_000;
const PAGE = 500;
/** Who missed more than this is better served by loading the page anew. */
const MOST_REPLAYED = 5_000;

/**
 * Sends live events to one reader until it goes: first what it missed since `lastId`, then each as it comes.
 * Comments keep proxies from closing a quiet line.
 */
export async function streamEvents(
  { events, store }: { events: EventHub; store: Store },
  response: ServerResponse,
  lastId: string | null,
): Promise<void> {
  response.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  response.write('retry: 2000\n: connected\n\n');
  // Listening begins before the past is read, so that nothing falls between the two.
  const early: NumberedEvent[] = [];
  let send = (event: NumberedEvent): void => void early.push(event);
  const stop = events.listen((event) => send(event));
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  response.on('close', () => {
    clearInterval(heartbeat);
    stop();
  });
  const sent = new Set<string>();
  for await (const event of missed(store, lastId)) {
    sent.add(event.id);
    write(response, event);
  }
  // What was stored just before is replayed and told once more when its notification comes.
  send = (event) => void (sent.delete(event.id) || write(response, event));
  for (const event of early) send(event);
}

async function* missed(store: Store, lastId: string | null): AsyncGenerator<NumberedEvent> {
  if (lastId === null) return;
  let after = lastId;
  for (let count = 0; count < MOST_REPLAYED; count += PAGE) {
    const page = await store.events.findAfter(after, PAGE);
    yield* page;
    const last = page.at(-1)?.id;
    if (page.length < PAGE || last === undefined || !isAfter(last, after)) return;
    after = last;
  }
}

function write(response: ServerResponse, { id, event }: NumberedEvent): void {
  if (response.writableLength > MOST_WAITING_BYTES) return void response.destroy();
  response.write(eventText(id, event.kind, event));
}

/** One event as the protocol writes it (WHATWG HTML, server-sent events). JSON holds no line break of its own. */
function eventText(id: string, name: string, data: unknown): string {
  return `id: ${id}\nevent: ${name}\ndata: ${JSON.stringify(data)}\n\n`;
}
