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
  return {
    takeTurn: (host, pace, reservedAt, now) =>
      sql.transaction().execute(async (trx) => {
        await trx
          .insertInto('host_gate')
          .values({ host })
          .onConflict((c) => c.doNothing())
          .execute();
        const gate = await trx
          .selectFrom('host_gate')
          .select(['blocked_until', 'next_start_at', 'last_start_at'])
          .where('host', '=', host)
          .forUpdate()
          .executeTakeFirstOrThrow();
        if (gate.blocked_until && gate.blocked_until > now)
          return { kind: 'wait', until: gate.blocked_until, why: 'blocked' };
        const gapMs = pace.gapSeconds * 1000;
        // A place that passed unused, in an outage say, is lost: otherwise everybody would start at once afterwards.
        const kept = reservedAt && reservedAt.getTime() + gapMs >= now.getTime() ? reservedAt : null;
        const startAt = kept ?? latest(gate.next_start_at, now);
        if (!kept)
          await trx
            .updateTable('host_gate')
            .set({ next_start_at: new Date(startAt.getTime() + gapMs) })
            .where('host', '=', host)
            .execute();
        if (startAt > now) return { kind: 'wait', until: startAt, why: 'gap' };
        // The one before may have started late: the gap counts from its real start.
        const gapEnds = new Date((gate.last_start_at?.getTime() ?? 0) + gapMs);
        if (gapEnds > now) return { kind: 'wait', until: gapEnds, why: 'gap' };
        await trx.deleteFrom('host_lease').where('host', '=', host).where('expires_at', '<', now).execute();
        const { running } = await trx
          .selectFrom('host_lease')
          .select((e) => e.fn.countAll<string>().as('running'))
          .where('host', '=', host)
          .executeTakeFirstOrThrow();
        if (Number(running) >= pace.concurrent)
          return { kind: 'wait', until: new Date(now.getTime() + BUSY_SECONDS * 1000), why: 'busy' };
        const { token } = await trx
          .insertInto('host_lease')
          .values({ host, expires_at: new Date(now.getTime() + LEASE_SECONDS * 1000) })
          .returning('token')
          .executeTakeFirstOrThrow();
        await trx.updateTable('host_gate').set({ last_start_at: now }).where('host', '=', host).execute();
        return { kind: 'go', token };
      }),
    async findFreeFrom(host, pace) {
      const gate = await sql
        .selectFrom('host_gate')
        .select(['blocked_until', 'next_start_at', 'last_start_at'])
        .where('host', '=', host)
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
        .values({ host, blocked_until: until, blocked_reason: reason })
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

const latest = (a: Date, b: Date): Date => (a > b ? a : b);
