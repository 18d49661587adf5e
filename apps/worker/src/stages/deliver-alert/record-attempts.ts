import type { SendOutcome } from '@framewatch/alert-channels';
import { afterAttempts, type Attempt, type ChannelHealth, nextTry } from '@framewatch/delivery-times';
import type { AttemptRecord, ChannelRow } from '@framewatch/store';
import type { StageContext } from '../../runtime/stage-context.ts';

/** One attempt that has ended, and how many its message had with it. */
export interface EndedAttempt {
  of: AttemptRecord['of'];
  attempts: number;
  outcome: SendOutcome;
}

export interface Recorder {
  /** Resolves when the attempt is stored: until then its message counts as being on its way. */
  record(ended: EndedAttempt): Promise<void>;
  /** Takes an attempt to store with others; resolves when there is room for more. `stored` tells how that went. */
  take(ended: EndedAttempt): Promise<void>;
  /** Resolves when all that was taken is stored; rejects where that failed. */
  stored(): Promise<void>;
  /** Whether the channel is in a pause by the newest that was stored. */
  isPaused(): boolean;
}

/** Attempts that wait to be stored, at most: so many may be repeated when a process is killed, with those being sent. */
const MOST_WAITING = 56;

/** Stores attempts: those that end while others are being stored go together, in one transaction. */
export function createRecorder(context: StageContext, channelId: string): Recorder {
  const waiting: { ended: EndedAttempt; stored: () => void; lost: (error: unknown) => void }[] = [];
  let isWriting = false;
  let pausedUntil: Date | null = null;
  const write = async (): Promise<void> => {
    isWriting = true;
    while (waiting.length > 0) {
      const together = waiting.splice(0);
      try {
        const health = await store(
          context,
          channelId,
          together.map(({ ended }) => ended),
        );
        pausedUntil = health.nextTryAt;
        for (const { stored } of together) stored();
      } catch (error) {
        for (const { lost } of together) lost(error);
      }
    }
    isWriting = false;
  };
  const record = (ended: EndedAttempt): Promise<void> =>
    new Promise((stored, lost) => {
      waiting.push({ ended, stored, lost });
      if (!isWriting) void write();
    });
  const taken = new Set<Promise<void>>();
  let failure: unknown;
  return {
    record,
    async take(ended) {
      const one: Promise<void> = record(ended)
        .catch((error: unknown) => {
          failure ??= error;
        })
        .finally(() => taken.delete(one));
      taken.add(one);
      while (taken.size >= MOST_WAITING) await Promise.race(taken);
    },
    async stored() {
      await Promise.all(taken);
      if (failure !== undefined) throw failure as Error;
    },
    isPaused: () => failure !== undefined || (pausedUntil !== null && pausedUntil > context.now()),
  };
}

/** When a channel took its newest message is written down no more often: every worker would wait for that row. */
const FRESH_MS = 2_000;

async function store(
  context: StageContext,
  channelId: string,
  ended: readonly EndedAttempt[],
): Promise<ChannelHealth> {
  const { store: tables, now, log } = context;
  const at = now();
  const records = ended.map((one) => recordOf(one, at));
  for (const { outcome, of } of ended)
    if (outcome.kind === 'failed')
      log('warn', `alert not delivered: ${outcome.message}`, { ...of, channel: channelId });
  let health: ChannelHealth | undefined;
  await tables.deliveries.record(channelId, records, at, (before) => {
    const isWell = before !== null && before.failures === 0 && before.next_try_at === null;
    const isFresh = at.getTime() - (before?.last_sent_at?.getTime() ?? 0) < FRESH_MS;
    if (isWell && isFresh && ended.every(({ outcome }) => outcome.kind === 'sent')) {
      health = healthOf(before);
      return null;
    }
    health = afterAttempts(healthOf(before), ended.map(attemptOf), at);
    const wasSent = ended.some(({ outcome }) => outcome.kind === 'sent');
    return { ...rowOf(health), probe_until: null, ...(wasSent ? { last_sent_at: at } : {}) };
  });
  if (!health) throw new Error('The state of the channel was not judged.');
  return health;
}

function recordOf({ of, attempts, outcome }: EndedAttempt, at: Date): AttemptRecord {
  switch (outcome.kind) {
    case 'sent':
      return { of, kind: 'sent', message: outcome.note, nextTryAt: null };
    case 'failed':
      return { of, kind: 'failed', message: outcome.message, nextTryAt: null };
    case 'retry':
      return {
        of,
        kind: 'retry',
        message: outcome.message,
        nextTryAt: nextTry(attempts, outcome.afterSeconds, at),
      };
  }
}

/** Where some recipients were reached the channel works; those who were not hold nobody else's alerts back. */
function attemptOf({ outcome }: EndedAttempt): Attempt {
  if (outcome.kind === 'sent' || (outcome.kind === 'retry' && outcome.reachedSome))
    return { kind: 'sent', message: null, afterSeconds: null };
  return {
    kind: outcome.kind,
    message: outcome.message,
    afterSeconds: outcome.kind === 'retry' ? outcome.afterSeconds : null,
  };
}

const healthOf = (row: ChannelRow | null): ChannelHealth => ({
  failures: row?.failures ?? 0,
  pauses: row?.pauses ?? 0,
  failingSince: row?.failing_since ?? null,
  error: row?.error ?? null,
  gaveUp: row?.gave_up ?? false,
  nextTryAt: row?.next_try_at ?? null,
});

const rowOf = (health: ChannelHealth) => ({
  failures: health.failures,
  pauses: health.pauses,
  failing_since: health.failingSince,
  error: health.error,
  gave_up: health.gaveUp,
  next_try_at: health.nextTryAt,
});
