import type { Snooze } from '@framewatch/contracts';
import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';

export interface SnoozeRepository {
  /** Snoozes in force, the oldest first. */
  findInForce(now: Date): Promise<Snooze[]>;
  /** Those in force and those that ended after an instant, with their ends: null is one that is ended by hand. */
  findEndingAfter(
    at: Date,
  ): Promise<{ ruleId: string | null; channelId: string | null; endsAt: Date | null }[]>;
  start(snooze: Omit<Snooze, 'id' | 'since'>, now: Date): Promise<Snooze>;
  /** Ends one by hand. Gives it as it was, or null where none of that id is in force. */
  end(id: string, now: Date): Promise<Snooze | null>;
}

export function snoozeRepository({ sql }: Database): SnoozeRepository {
  return {
    async findInForce(now) {
      const rows = await sql
        .selectFrom('alert_snooze')
        .selectAll()
        .where('ended_at', 'is', null)
        .where((e) => e.or([e('until_at', 'is', null), e('until_at', '>', now)]))
        .orderBy('id')
        .execute();
      return rows.map(snoozeOf);
    },
    async findEndingAfter(at) {
      const rows = await sql
        .selectFrom('alert_snooze')
        .select(['rule_id', 'channel_id'])
        .select(raw<Date | null>`least(until_at, ended_at)`.as('ends_at'))
        .where(raw<boolean>`coalesce(least(until_at, ended_at) > ${at}, true)`)
        .execute();
      return rows.map((row) => ({
        ruleId: row.rule_id,
        channelId: row.channel_id,
        endsAt: row.ends_at,
      }));
    },
    async start({ ruleId, channelId, until }, now) {
      const row = await sql
        .insertInto('alert_snooze')
        .values({ rule_id: ruleId, channel_id: channelId, until_at: until, since: now })
        .returningAll()
        .executeTakeFirstOrThrow();
      return snoozeOf(row);
    },
    async end(id, now) {
      const row = await sql
        .updateTable('alert_snooze')
        .set({ ended_at: now })
        .where('id', '=', id)
        .where('ended_at', 'is', null)
        .where((e) => e.or([e('until_at', 'is', null), e('until_at', '>', now)]))
        .returningAll()
        .executeTakeFirst();
      return row ? snoozeOf(row) : null;
    },
  };
}

const snoozeOf = (row: {
  id: string;
  rule_id: string | null;
  channel_id: string | null;
  until_at: Date | null;
  since: Date;
}): Snooze => ({
  id: row.id,
  ruleId: row.rule_id,
  channelId: row.channel_id,
  until: row.until_at?.toISOString() ?? null,
  since: row.since.toISOString(),
});
