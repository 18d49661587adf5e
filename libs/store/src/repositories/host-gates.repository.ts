import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';

/** How gently one host is treated. */
export interface HostPace {
  gapSeconds: number;
  concurrent: number;
}

/** A lease that has to be given back, or the instant at which to ask again. */
export type HostTurn =
  | { kind: 'go'; token: string }
  | { kind: 'wait'; until: Date; why: 'gap' | 'busy' | 'blocked' };

/** A lease outlives no crash by more than this: longer than any request may take. */
const LEASE_SECONDS = 120;
/** A start later than this lies in the future: the clock was turned back, and what it planned is void. */
const TURNED_BACK_SECONDS = 600;
/** A busy host is asked again after this: about one request's time. */
const BUSY_SECONDS = 1;

export interface HostGateRepository {
  /**
   * Asks for a turn at a host, across all workers. A start is reserved once (`reservedAt` null) and then kept by the
   * caller, so that waiting requests queue up `gapSeconds` apart instead of racing for each slot.
   */
  takeTurn(host: string, pace: HostPace, reservedAt: Date | null, now: Date): Promise<HostTurn>;
  /** When the host would be free for somebody who takes no place in its queue; the past where it is free now. */
  findFreeFrom(host: string, pace: HostPace): Promise<Date>;
  giveBack(token: string): Promise<void>;
  /** Obeys Retry-After for the whole host. A longer block stands. */
  block(host: string, until: Date, reason: string): Promise<void>;
}

export function hostGateRepository({ sql }: Database): HostGateRepository {
  async function askTurn(
    host: string,
    { gapSeconds, concurrent }: HostPace,
    reservedAt: Date | null,
    now: Date,
  ): Promise<HostTurn> {
    const { rows } = await raw<TurnAnswer>`
        select answer, wait_until, lease_token from take_host_turn(${keyOf(host)}, make_interval(secs => ${gapSeconds}),
          ${concurrent}, ${reservedAt}, ${now}, make_interval(secs => ${LEASE_SECONDS}))`.execute(sql);
    return turnOf(rows[0], now);
  }

  /** Where the clock was turned back, what was planned by it is void; true where that was so. */
  async function forgetFuture(host: string, turn: HostTurn & { kind: 'wait' }, now: Date): Promise<boolean> {
    const limit = new Date(now.getTime() + TURNED_BACK_SECONDS * 1000);
    if (turn.why !== 'busy' && turn.until < limit) return false;
    const anew = { blocked_until: null, next_start_at: new Date(0), last_start_at: null };
    const forgotten = await sql
      .updateTable('host_gate')
      .set(anew)
      .where('host', '=', keyOf(host))
      .where('last_start_at', '>', limit)
      .returning('host')
      .executeTakeFirst();
    if (!forgotten) return false;
    await sql.deleteFrom('host_lease').where('host', '=', keyOf(host)).execute();
    return true;
  }

  return {
    async takeTurn(host, pace, reservedAt, now) {
      const turn = await askTurn(host, pace, reservedAt, now);
      if (turn.kind === 'go' || !(await forgetFuture(host, turn, now))) return turn;
      return askTurn(host, pace, null, now);
    },
    async findFreeFrom(host, pace) {
      const gate = await sql
        .selectFrom('host_gate')
        .select(['blocked_until', 'next_start_at', 'last_start_at'])
        .where('host', '=', keyOf(host))
        .executeTakeFirst();
      const gapEnds = new Date((gate?.last_start_at?.getTime() ?? 0) + pace.gapSeconds * 1000);
      return [gate?.blocked_until ?? gapEnds, gate?.next_start_at ?? gapEnds].reduce(latest, gapEnds);
    },
    async giveBack(token) {
      await sql.deleteFrom('host_lease').where('token', '=', token).execute();
    },
    async block(host, until, reason) {
      await sql
        .insertInto('host_gate')
        .values({ host: keyOf(host), blocked_until: until, blocked_reason: reason })
        .onConflict((c) =>
          c.column('host').doUpdateSet({
            blocked_until: raw`greatest(host_gate.blocked_until, excluded.blocked_until)`,
            blocked_reason: reason,
          }),
        )
        .execute();
    },
  };
}

/**
 * The key under which a host is treated gently, as `feed.host` is made: without `www.`, for both names lead to one site.
 * Different names on one address stay apart: a content network serves thousands from one.
 */
const keyOf = (host: string): string => host.replace(/^www\./, '');

/** What the database's own function answers; see its migration. */
interface TurnAnswer {
  answer: 'go' | 'gap' | 'busy' | 'blocked';
  wait_until: Date | null;
  lease_token: string | null;
}

function turnOf(row: TurnAnswer | undefined, now: Date): HostTurn {
  if (row?.answer === 'go' && row.lease_token !== null) return { kind: 'go', token: row.lease_token };
  if ((row?.answer === 'gap' || row?.answer === 'blocked') && row.wait_until !== null)
    return { kind: 'wait', until: row.wait_until, why: row.answer };
  return { kind: 'wait', until: new Date(now.getTime() + BUSY_SECONDS * 1000), why: 'busy' };
}

const latest = (a: Date, b: Date): Date => (a > b ? a : b);
