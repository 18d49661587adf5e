import { type Selectable, sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';

export type ChannelRow = Selectable<Schema['alert_channel']>;

/** Deliveries of one channel that are held, and that wait to be sent. */
export interface ChannelCounts {
  held: number;
  waiting: number;
}

export interface AlertChannelRepository {
  find(channelId: string): Promise<ChannelRow | null>;
  findAll(): Promise<ChannelRow[]>;
  countDeliveries(): Promise<Map<string, ChannelCounts>>;
  /** Whether one attempt may show if a channel in its pause works again; true for one caller at a time. */
  takeProbe(channelId: string, now: Date, holdSeconds: number): Promise<boolean>;
  save(channelId: string, changes: Partial<Omit<ChannelRow, 'channel_id'>>): Promise<void>;
  /** Ends the pause of a channel, so that it is tried now: somebody mended it. */
  endPause(channelId: string, now: Date): Promise<void>;
  /** Messages that a channel carried in the hour or day that began at `from`. */
  countUsed(channelId: string, from: Date): Promise<number>;
  /** When the newest message of each rule with a cool-down goes or went over each channel. */
  findRuleMessages(): Promise<{ ruleId: string; channelId: string; lastAt: Date }[]>;
  /** What the holds in force were decided by. */
  findBasis(): Promise<string | null>;
  saveBasis(basis: string): Promise<void>;
  /** Channels that have anything to send, now or later. */
  findBusy(): Promise<string[]>;
  askTest(channelId: string, now: Date): Promise<string>;
  /** Takes a test that nobody took. */
  takeTest(id: string, now: Date): Promise<{ channelId: string; deliveryKey: string } | null>;
  finishTest(id: string, outcome: 'sent' | 'failed', message: string | null): Promise<void>;
  findTest(id: string): Promise<{ outcome: 'sent' | 'failed' | null; message: string | null } | null>;
}

export function alertChannelRepository({ sql }: Database): AlertChannelRepository {
  return {
    async find(channelId) {
      const row = await sql
        .selectFrom('alert_channel')
        .selectAll()
        .where('channel_id', '=', channelId)
        .executeTakeFirst();
      return row ?? null;
    },
    findAll: () => sql.selectFrom('alert_channel').selectAll().orderBy('channel_id').execute(),

    async countDeliveries() {
      const { rows } = await raw<{ channel_id: string; held: number; waiting: number }>`
        select channel_id, sum(held)::int as held, sum(waiting)::int as waiting from (
          select channel_id, count(*) as held, 0 as waiting from delivery where state = 'held' group by 1
          union all select channel_id, 0, count(*) from delivery where state = 'waiting' and bundle_id is null group by 1
          union all select b.channel_id, 0, count(*) from delivery_bundle b join delivery d on d.bundle_id = b.id
            where b.state = 'waiting' group by 1) x
        group by 1`.execute(sql);
      return new Map(rows.map(({ channel_id, held, waiting }) => [channel_id, { held, waiting }]));
    },

    async takeProbe(channelId, now, holdSeconds) {
      const row = await sql
        .updateTable('alert_channel')
        .set({ probe_until: new Date(now.getTime() + holdSeconds * 1_000) })
        .where('channel_id', '=', channelId)
        .where('next_try_at', '<=', now)
        .where((e) => e.or([e('probe_until', 'is', null), e('probe_until', '<=', now)]))
        .returning('channel_id')
        .executeTakeFirst();
      return row !== undefined;
    },

    async save(channelId, changes) {
      await sql
        .insertInto('alert_channel')
        .values({ ...changes, channel_id: channelId })
        .onConflict((c) => c.column('channel_id').doUpdateSet(changes))
        .execute();
    },

    async endPause(channelId, now) {
      await sql
        .updateTable('alert_channel')
        .set({ next_try_at: now, probe_until: null })
        .where('channel_id', '=', channelId)
        .where('next_try_at', '>', now)
        .execute();
    },

    async countUsed(channelId, from) {
      const row = await sql
        .selectFrom('channel_window')
        .select('used')
        .where('channel_id', '=', channelId)
        .where('starts_at', '=', from)
        .executeTakeFirst();
      return row?.used ?? 0;
    },

    async findRuleMessages() {
      const rows = await sql.selectFrom('rule_message').selectAll().execute();
      return rows.map((row) => ({ ruleId: row.rule_id, channelId: row.channel_id, lastAt: row.last_at }));
    },

    async findBasis() {
      const row = await sql.selectFrom('hold_basis').select('basis').executeTakeFirst();
      return row?.basis ?? null;
    },

    async saveBasis(basis) {
      await sql
        .insertInto('hold_basis')
        .values({ basis })
        .onConflict((c) => c.column('one').doUpdateSet({ basis }))
        .execute();
    },

    async findBusy() {
      const { rows } = await raw<{ channel_id: string }>`
        select channel_id from delivery where state = 'held'
        union select channel_id from delivery where state = 'waiting' and bundle_id is null
        union select channel_id from delivery_bundle where state = 'waiting'`.execute(sql);
      return rows.map((row) => row.channel_id);
    },

    async askTest(channelId, now) {
      const row = await sql
        .insertInto('channel_test')
        .values({ channel_id: channelId, asked_at: now })
        .returning('id')
        .executeTakeFirstOrThrow();
      return row.id;
    },

    async takeTest(id, now) {
      const row = await sql
        .updateTable('channel_test')
        .set({ taken_at: now })
        .where('id', '=', id)
        .where('taken_at', 'is', null)
        .returning(['channel_id', 'delivery_key'])
        .executeTakeFirst();
      return row ? { channelId: row.channel_id, deliveryKey: row.delivery_key } : null;
    },

    async finishTest(id, outcome, message) {
      await sql.updateTable('channel_test').set({ outcome, message }).where('id', '=', id).execute();
    },

    async findTest(id) {
      const row = await sql
        .selectFrom('channel_test')
        .select(['outcome', 'message'])
        .where('id', '=', id)
        .executeTakeFirst();
      return row ?? null;
    },
  };
}
