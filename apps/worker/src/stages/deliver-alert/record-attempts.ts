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
  /** Whether the channel is in a pause by the newest that was stored. */
  isPaused(): boolean;
}

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
  return {
    record: (ended) =>
      new Promise((stored, lost) => {
        waiting.push({ ended, stored, lost });
        if (!isWriting) void write();
      }),
    isPaused: () => pausedUntil !== null && pausedUntil > context.now(),
  };
}

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
