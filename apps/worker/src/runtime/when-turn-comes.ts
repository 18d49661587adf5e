import { setTimeout as pause } from 'node:timers/promises';
import { atHostsTurn } from './host-turn.ts';
import type { StageContext } from './stage-context.ts';

/** A request of a job that makes several: it waits here for its host's turn instead of coming back as a job. */
interface TurnRequest {
  url: string;
  /** The latest instant at which it may still start. */
  until: Date;
  crawlDelaySeconds?: number | null;
}

/** Runs a request when its host's turn has come, or says why it did not come in time. */
export async function whenTurnComes<Result>(
  context: StageContext,
  { url, until, crawlDelaySeconds = null }: TurnRequest,
  run: () => Promise<Result>,
): Promise<{ kind: 'ran'; result: Result } | { kind: 'late'; at: Date; why: string }> {
  let reservedAt: Date | null = null;
  for (;;) {
    const turn = await atHostsTurn(
      context,
      {
        url,
        reservedAt,
        reserve: (at) => {
          reservedAt = at;
          return Promise.resolve();
        },
        crawlDelaySeconds,
      },
      run,
    );
    if (turn.kind === 'ran') return turn;
    if (turn.until > until) return { kind: 'late', at: turn.until, why: turn.why };
    await pause(Math.max(0, turn.until.getTime() - context.now().getTime()));
  }
}
