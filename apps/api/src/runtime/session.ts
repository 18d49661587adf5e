import type { Database } from '@framewatch/store';

/** A connection of one's own, for what belongs to a session: LISTEN, and locks that outlive a transaction. */
export interface Session {
  query(text: string): Promise<{ rows: unknown[] }>;
  on(event: 'notification', listener: (notice: { payload?: string | undefined }) => void): unknown;
}

export interface SessionKeeper {
  close(): Promise<void>;
}

interface SessionWork {
  /** Told a fresh session; a rejection counts as its loss. */
  onOpen: (session: Session) => Promise<void>;
  /** The session is gone, with all that it held. */
  onLost: () => void;
  onError: (error: unknown) => void;
  /** Pause before the next try, in milliseconds. */
  retryMs: number;
}

/** Holds one session open for as long as it is wanted: when it breaks, another is opened and told. */
export function keepSession(database: Database, work: SessionWork): SessionKeeper {
  let closed = false;
  let endCurrent: () => void = () => {};
  const run = async (): Promise<void> => {
    while (!closed) {
      await oneSession(database, work, (end) => {
        endCurrent = end;
        if (closed) end();
      }).catch((error: unknown) => closed || work.onError(error));
      if (!closed) await pause(work.retryMs, (wake) => (endCurrent = wake));
    }
  };
  const running = run();
  return {
    async close() {
      closed = true;
      endCurrent();
      await running;
    },
  };
}

async function oneSession(
  database: Database,
  { onOpen, onLost }: SessionWork,
  endWith: (end: () => void) => void,
): Promise<void> {
  const session = await database.pool.connect();
  const ended = new Promise<void>((resolve, reject) => {
    session.once('error', reject);
    session.once('end', () => reject(new Error('the connection to the database ended')));
    endWith(resolve);
  });
  // Whoever waits below hears of it; until then nobody may.
  ended.catch(() => {});
  try {
    await onOpen(session);
    await ended;
  } finally {
    session.on('error', () => {});
    onLost();
    // A destroyed session gives up its locks; a pooled one would keep them.
    session.release(true);
  }
}

function pause(milliseconds: number, wakeWith: (wake: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    wakeWith(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
