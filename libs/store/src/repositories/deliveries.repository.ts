import type { HeldBy } from '@framewatch/contracts';
import { type Selectable, sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import type { AlertRow, DeliveryRow } from './alerts.repository.ts';
import { recordAttempts } from './alerts/record-attempts.ts';
import { releaseHeld } from './alerts/release-held.ts';
import type { ChannelRow } from './alert-channels.repository.ts';

export type BundleRow = Selectable<Schema['delivery_bundle']>;
export type BundleReason = HeldBy | 'several' | 'recovery';

/** A delivery that was taken for sending, with what it tells. */
export interface ClaimedDelivery {
  delivery: DeliveryRow;
  alert: AlertRow;
}

/** A bundle that was taken for sending: its newest alerts, and how many there are in all. */
export interface ClaimedBundle {
  bundle: BundleRow;
  alerts: AlertRow[];
  total: number;
  oldestAt: Date;
}

/** How an attempt ended, as it is stored. */
export interface AttemptRecord {
  /** The delivery or the bundle. */
  of: { deliveryId: string } | { bundleId: string };
  kind: 'sent' | 'retry' | 'failed';
  message: string | null;
  /** Null where it is given up, or was sent. */
  nextTryAt: Date | null;
}

/** Held deliveries that one decision concerns. */
export interface HeldGroup {
  channelId: string;
  ruleId: string;
  heldBy: HeldBy;
  dueAt: Date | null;
  /** When the newest of its alerts was raised. */
  newestAt: Date;
}

/** What must not go now: everything of a channel, or what one rule raised, but for the rules that are excepted. */
export interface HoldDue {
  heldBy: HeldBy;
  until: Date | null;
  ruleId: string | null;
  except: string[];
}

export interface DeliveryRepository {
  /** The channel of a delivery or a bundle; null where it is gone. */
  findChannel(of: { deliveryId: string } | { bundleId: string }): Promise<string | null>;
  /** One delivery or bundle of each channel that has something to send and may: enough to wake it. */
  findDue(now: Date): Promise<({ deliveryId: string } | { bundleId: string })[]>;
  /** Takes waiting deliveries of a channel, those due longest: counts the attempt and holds them, so that no other worker sends. */
  claim(channelId: string, now: Date, holdSeconds: number, limit: number): Promise<ClaimedDelivery[]>;
  /** Gives back what was taken and not tried. */
  giveBack(deliveryIds: readonly string[], now: Date): Promise<void>;
  /** Takes the bundle of a channel that is due longest, with the newest of its alerts. */
  claimBundle(
    channelId: string,
    now: Date,
    holdSeconds: number,
    mostAlerts: number,
  ): Promise<ClaimedBundle | null>;
  /** Stores attempts and what they say of the channel in one transaction; `judge` gives what changes of the channel, null is nothing. */
  record(
    channelId: string,
    attempts: readonly AttemptRecord[],
    now: Date,
    judge: (before: ChannelRow | null) => Partial<ChannelRow> | null,
  ): Promise<void>;
  /** Holds what is due on a channel though it must not go now. What was tried keeps its own key, and is tried later. */
  holdDue(channelId: string, hold: HoldDue, now: Date): Promise<void>;
  /** What came due of that which was held. */
  findHeldDue(now: Date): Promise<{ channelId: string; dueAt: Date }[]>;
  /** Lets go what one channel held until an instant: alone, or several in one bundle. Counts one message in the window. */
  release(channelId: string, dueAt: Date, now: Date, windowFrom: Date | null): Promise<void>;
  findHeldGroups(): Promise<HeldGroup[]>;
  /** Decides a group anew; null lets it go at `now`. */
  moveHeld(group: HeldGroup, to: { heldBy: HeldBy; dueAt: Date | null } | null, now: Date): Promise<void>;
  /** Puts what waits on a channel and was never tried into one bundle where it is more than `most`. */
  gatherWaiting(channelId: string, most: number, now: Date): Promise<void>;
  /** Gives up everything of a channel that is not to come back, with a reason. */
  giveUp(channelId: string, error: string): Promise<number>;
  /** Gives up what has waited since before an instant, with a reason. */
  giveUpBefore(before: Date, error: string): Promise<number>;
  /** A delivery that was given up, with its bundle's other members: to be sent again now. False where it was not given up. */
  retry(deliveryId: string, now: Date): Promise<boolean>;
  deleteBefore(before: Date): Promise<number>;
}

export function deliveryRepository({ sql }: Database): DeliveryRepository {
  const after = (now: Date, seconds: number): Date => new Date(now.getTime() + seconds * 1_000);
  const alertsOf = async (ids: readonly string[]): Promise<Map<string, AlertRow>> => {
    const rows = await sql
      .selectFrom('alert')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  };
  return {
    async findChannel(of) {
      const [table, id] =
        'deliveryId' in of
          ? (['delivery', of.deliveryId] as const)
          : (['delivery_bundle', of.bundleId] as const);
      const row = await sql.selectFrom(table).select('channel_id').where('id', '=', id).executeTakeFirst();
      return row?.channel_id ?? null;
    },

    async findDue(now) {
      const { rows } = await raw<{ delivery: string | null; bundle: string | null }>`
        select distinct on (x.channel_id) x.delivery::text, x.bundle::text from (
          select channel_id, id as delivery, null::bigint as bundle from delivery
            where state = 'waiting' and bundle_id is null and next_try_at <= ${now}
          union all select channel_id, null, id from delivery_bundle where state = 'waiting' and next_try_at <= ${now}) x
        left join alert_channel c on c.channel_id = x.channel_id
        where c.next_try_at is null or c.next_try_at <= ${now}`.execute(sql);
      return rows.map(({ delivery, bundle }) =>
        delivery === null ? { bundleId: bundle ?? '' } : { deliveryId: delivery },
      );
    },

    async claim(channelId, now, holdSeconds, limit) {
      const deliveries = await sql
        .updateTable('delivery')
        .set((e) => ({ attempts: e('attempts', '+', 1), next_try_at: after(now, holdSeconds) }))
        .where('id', 'in', (q) =>
          q
            .selectFrom('delivery')
            .select('id')
            .where('channel_id', '=', channelId)
            .where('state', '=', 'waiting')
            .where('bundle_id', 'is', null)
            .where('next_try_at', '<=', now)
            .orderBy('next_try_at')
            .orderBy('id')
            .limit(limit)
            .forUpdate()
            .skipLocked(),
        )
        .returningAll()
        .execute();
      if (deliveries.length === 0) return [];
      const alerts = await alertsOf(deliveries.map((d) => d.alert_id));
      return deliveries
        .sort((a, b) => Number(a.id) - Number(b.id))
        .flatMap((delivery) => {
          const alert = alerts.get(delivery.alert_id);
          return alert ? [{ delivery, alert }] : [];
        });
    },

    async giveBack(deliveryIds, now) {
      if (deliveryIds.length === 0) return;
      await sql
        .updateTable('delivery')
        .set((e) => ({ attempts: e('attempts', '-', 1), next_try_at: now }))
        .where('id', 'in', [...deliveryIds])
        .where('state', '=', 'waiting')
        .execute();
    },

    async claimBundle(channelId, now, holdSeconds, mostAlerts) {
      const bundle = await sql
        .updateTable('delivery_bundle')
        .set((e) => ({ attempts: e('attempts', '+', 1), next_try_at: after(now, holdSeconds) }))
        .where('id', 'in', (q) =>
          q
            .selectFrom('delivery_bundle')
            .select('id')
            .where('channel_id', '=', channelId)
            .where('state', '=', 'waiting')
            .where('next_try_at', '<=', now)
            .orderBy('next_try_at')
            .limit(1)
            .forUpdate()
            .skipLocked(),
        )
        .returningAll()
        .executeTakeFirst();
      if (!bundle) return null;
      const members = sql
        .selectFrom('delivery')
        .innerJoin('alert', 'alert.id', 'delivery.alert_id')
        .where('delivery.bundle_id', '=', bundle.id);
      const alerts = await members
        .selectAll('alert')
        .orderBy('alert.raised_at', 'desc')
        .orderBy('alert.id', 'desc')
        .limit(mostAlerts)
        .execute();
      const all = await members
        .select((e) => [e.fn.countAll<string>().as('n'), e.fn.min('alert.raised_at').as('oldest')])
        .executeTakeFirstOrThrow();
      return { bundle, alerts, total: Number(all.n), oldestAt: all.oldest ?? bundle.due_at };
    },

    record: (channelId, attempts, now, judge) =>
      sql.transaction().execute((trx) => recordAttempts(trx, channelId, attempts, now, judge)),

    async holdDue(channelId, { heldBy, until, ruleId, except }, now) {
      const due = sql
        .updateTable('delivery')
        .where('channel_id', '=', channelId)
        .where('state', '=', 'waiting')
        .where('bundle_id', 'is', null)
        .where('next_try_at', '<=', now)
        .$if(ruleId !== null, (q) => q.where('rule_id', '=', ruleId as string))
        .$if(except.length > 0, (q) => q.where('rule_id', 'not in', except));
      const later = until ?? after(now, BY_HAND_SECONDS);
      await due.set({ state: 'held', held_by: heldBy, due_at: until }).where('attempts', '=', 0).execute();
      await due.set({ next_try_at: later }).where('attempts', '>', 0).execute();
      if (ruleId !== null) return;
      await sql
        .updateTable('delivery_bundle')
        .set({ next_try_at: later })
        .where('channel_id', '=', channelId)
        .where('state', '=', 'waiting')
        .where('next_try_at', '<=', now)
        .execute();
    },

    async findHeldDue(now) {
      const rows = await sql
        .selectFrom('delivery')
        .select(['channel_id', 'due_at'])
        .distinct()
        .where('state', '=', 'held')
        .where('due_at', '<=', now)
        .execute();
      return rows.flatMap(({ channel_id: channelId, due_at: dueAt }) =>
        dueAt === null ? [] : [{ channelId, dueAt }],
      );
    },

    release: (channelId, dueAt, now, windowFrom) =>
      sql.transaction().execute((trx) => releaseHeld(trx, { channelId, dueAt, now, windowFrom })),

    async findHeldGroups() {
      const rows = await sql
        .selectFrom('delivery')
        .innerJoin('alert', 'alert.id', 'delivery.alert_id')
        .select(['channel_id', 'delivery.rule_id', 'held_by', 'due_at'])
        .select((e) => e.fn.max('raised_at').as('newest_at'))
        .where('state', '=', 'held')
        .groupBy(['channel_id', 'delivery.rule_id', 'held_by', 'due_at'])
        .execute();
      return rows.map((row) => ({
        channelId: row.channel_id,
        ruleId: row.rule_id,
        heldBy: row.held_by ?? 'snooze',
        dueAt: row.due_at,
        newestAt: row.newest_at,
      }));
    },

    async moveHeld({ channelId, ruleId, heldBy, dueAt }, to, now) {
      await sql
        .updateTable('delivery')
        .set(to === null ? { due_at: now } : { held_by: to.heldBy, due_at: to.dueAt })
        .where('state', '=', 'held')
        .where('channel_id', '=', channelId)
        .where('rule_id', '=', ruleId)
        .where('held_by', '=', heldBy)
        .where('due_at', dueAt === null ? 'is' : '=', dueAt)
        .execute();
    },

    gatherWaiting: (channelId, most, now) =>
      sql.transaction().execute(async (trx) => {
        const waiting = await trx
          .selectFrom('delivery')
          .select('id')
          .where('channel_id', '=', channelId)
          .where('state', '=', 'waiting')
          .where('bundle_id', 'is', null)
          .where('attempts', '=', 0)
          .where('next_try_at', '<=', now)
          .forUpdate()
          .skipLocked()
          .execute();
        if (waiting.length <= Math.max(1, most)) return;
        const bundle = await trx
          .insertInto('delivery_bundle')
          .values({ channel_id: channelId, due_at: now, why: 'recovery', next_try_at: now })
          .onConflict((c) => c.columns(['channel_id', 'due_at']).doNothing())
          .returning('id')
          .executeTakeFirst();
        if (!bundle) return;
        await raw`update delivery set bundle_id = ${bundle.id} where id = any(${waiting.map(({ id }) => id)}::bigint[])`.execute(
          trx,
        );
      }),

    async giveUp(channelId, error) {
      const failed = { state: 'failed', error } as const;
      await sql
        .updateTable('delivery_bundle')
        .set(failed)
        .where('channel_id', '=', channelId)
        .where('state', '=', 'waiting')
        .execute();
      const result = await sql
        .updateTable('delivery')
        .set(failed)
        .where('channel_id', '=', channelId)
        .where('state', 'in', ['waiting', 'held'])
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },

    async giveUpBefore(before, error) {
      const result = await sql
        .updateTable('delivery')
        .set({ state: 'failed', error })
        .where('state', '=', 'waiting')
        .where('created_at', '<', before)
        .where('bundle_id', 'is', null)
        .executeTakeFirst();
      return Number(result.numUpdatedRows);
    },

    retry: (deliveryId, now) =>
      sql.transaction().execute(async (trx) => {
        const again = { state: 'waiting', error: null, next_try_at: now, attempts: 0 } as const;
        const given = await trx
          .updateTable('delivery')
          .set(again)
          .where('id', '=', deliveryId)
          .where('state', '=', 'failed')
          .returning('bundle_id')
          .executeTakeFirst();
        if (!given) return false;
        if (given.bundle_id === null) return true;
        await trx.updateTable('delivery_bundle').set(again).where('id', '=', given.bundle_id).execute();
        await trx.updateTable('delivery').set(again).where('bundle_id', '=', given.bundle_id).execute();
        return true;
      }),

    async deleteBefore(before) {
      const result = await sql
        .deleteFrom('delivery')
        .where('created_at', '<', before)
        .where('state', 'in', ['sent', 'failed'])
        .executeTakeFirst();
      await sql
        .deleteFrom('delivery_bundle')
        .where('created_at', '<', before)
        .where('state', '!=', 'waiting')
        .execute();
      await sql.deleteFrom('channel_window').where('starts_at', '<', before).execute();
      await sql.deleteFrom('channel_test').where('asked_at', '<', before).execute();
      return Number(result.numDeletedRows);
    },
  };
}

/** A snooze that is ended by hand is looked at again so often. */
const BY_HAND_SECONDS = 60;
