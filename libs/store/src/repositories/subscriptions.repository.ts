import { type Selectable, sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';

export type SubscriptionRow = Selectable<Schema['feed_subscription']>;

/** A feed that should be subscribed to, and where. */
export interface WantedSubscription {
  feedId: string;
  hub: string;
  topic: string;
  address: string;
}

/** What a hub's verification request says. */
export interface Verification {
  token: string;
  mode: 'subscribe' | 'unsubscribe';
  topic: string;
  leaseEndsAt: Date;
  renewAt: Date;
  now: Date;
  /** What was asked before this is no longer waited for. */
  askedAfter: Date;
}

/** Subscriptions to WebSub hubs: at most one living per feed, besides those that are being ended. */
export interface SubscriptionRepository {
  /** Feeds whose hub pushes could come from, as the configuration and their last poll say. */
  findWanted(address: string | null): Promise<WantedSubscription[]>;
  /**
   * Makes the table say what is wanted: new ones begin as requested and due; those to another hub, topic or address,
   * and those that nobody wants any more, are to be ended. Returns whether anything changed.
   */
  reconcile(
    wanted: readonly WantedSubscription[],
    makeKeys: () => { token: string; secret: string },
    now: Date,
  ): Promise<boolean>;
  /** Ends leases that ran out; gives the feeds that are back to being polled. */
  expire(now: Date): Promise<string[]>;
  findDue(now: Date, limit: number): Promise<string[]>;
  findById(id: string): Promise<SubscriptionRow | null>;
  findByToken(token: string): Promise<SubscriptionRow | null>;
  /** The feed's living one. */
  findOfFeed(feedId: string): Promise<SubscriptionRow | null>;
  findAll(): Promise<SubscriptionRow[]>;
  reserveStart(id: string, at: Date | null): Promise<void>;
  /** Takes the right to ask now, once: null where it is not due (any more). `retryAt` is for when nothing comes of it. */
  beginAsking(id: string, now: Date, retryAt: Date): Promise<SubscriptionRow | null>;
  /** Writes down that a request failed, unless the hub has verified it meanwhile; `refused` where it said no. */
  recordFailure(
    asked: Pick<SubscriptionRow, 'id' | 'asked_at'>,
    failure: { error: string; retryAt: Date; refused: boolean },
  ): Promise<void>;
  /** Agrees to what was asked for and only to that. Gives the row as it is (or was, once ended), or null: refuse. */
  verify(verification: Verification): Promise<SubscriptionRow | null>;
  /** The hub says no; null where the callback and topic do not belong together. */
  deny(denial: {
    token: string;
    topic: string;
    reason: string;
    retryAt: Date;
    now: Date;
  }): Promise<SubscriptionRow | null>;
  remove(id: string): Promise<void>;
}

export function subscriptionRepository({ sql }: Database): SubscriptionRepository {
  const one = async (column: 'id' | 'token', value: string): Promise<SubscriptionRow | null> =>
    (await sql.selectFrom('feed_subscription').selectAll().where(column, '=', value).executeTakeFirst()) ??
    null;
  return {
    async findWanted(address) {
      if (address === null) return [];
      const rows = await sql
        .selectFrom('feed')
        .select(['id', 'hub_url', 'topic_url', 'current_url'])
        .where('in_config', '=', true)
        .where('paused_reason', 'is', null)
        .where('hub_url', 'is not', null)
        .execute();
      return rows.map((row) => ({
        feedId: row.id,
        hub: row.hub_url ?? '',
        topic: row.topic_url ?? row.current_url,
        address,
      }));
    },

    reconcile: (wanted, makeKeys, now) =>
      sql.transaction().execute(async (trx) => {
        await raw`select pg_advisory_xact_lock(hashtext('framewatch.subscriptions'))`.execute(trx);
        const living = await trx
          .selectFrom('feed_subscription')
          .select(['id', 'feed_id', 'hub', 'topic', 'address'])
          .where('state', '<>', 'unsubscribing')
          .execute();
        const keyOf = (feedId: string, { hub, topic, address }: Omit<WantedSubscription, 'feedId'>) =>
          JSON.stringify([feedId, hub, topic, address]);
        const wantedKeys = new Set(wanted.map((each) => keyOf(each.feedId, each)));
        const ended = living.filter((row) => !wantedKeys.has(keyOf(row.feed_id, row))).map(({ id }) => id);
        if (ended.length > 0)
          await trx
            .updateTable('feed_subscription')
            .set({ state: 'unsubscribing', attempts: 0, next_try_at: now, reserved_start_at: null })
            .where('id', 'in', ended)
            .execute();
        const livingKeys = new Set(living.map((row) => keyOf(row.feed_id, row)));
        const added = wanted.filter((each) => !livingKeys.has(keyOf(each.feedId, each)));
        for (const { feedId, hub, topic, address } of added)
          await trx
            .insertInto('feed_subscription')
            .values({ feed_id: feedId, hub, topic, address, ...makeKeys(), next_try_at: now })
            .execute();
        if (ended.length > 0) await checkSoon(trx, feedsOf(living, ended), now, 'Its subscription ended.');
        return ended.length + added.length > 0;
      }),

    expire: (now) =>
      sql.transaction().execute(async (trx) => {
        const rows = await trx
          .updateTable('feed_subscription')
          .set({
            state: 'expired',
            verified_since: null,
            in_a_row: 0,
            // A hub that gives leases of seconds must not be asked every few seconds.
            next_try_at: raw<Date>`least(next_try_at, greatest(${now}::timestamptz, asked_at + interval '1 minute'))`,
          })
          .where('state', '=', 'verified')
          .where('lease_ends_at', '<=', now)
          .returning('feed_id')
          .execute();
        const ids = rows.map((row) => row.feed_id);
        await checkSoon(trx, ids, now, 'Its subscription ran out.');
        return ids;
      }),

    async findDue(now, limit) {
      const rows = await sql
        .selectFrom('feed_subscription')
        .select('id')
        .where('next_try_at', '<=', now)
        .orderBy('next_try_at')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },

    findById: (id) => one('id', id),
    findByToken: (token) => one('token', token),
    async findOfFeed(feedId) {
      const row = await sql
        .selectFrom('feed_subscription')
        .selectAll()
        .where('feed_id', '=', feedId)
        .where('state', '<>', 'unsubscribing')
        .executeTakeFirst();
      return row ?? null;
    },
    findAll: () => sql.selectFrom('feed_subscription').selectAll().orderBy('id').execute(),

    async reserveStart(id, at) {
      await sql
        .updateTable('feed_subscription')
        .set({ reserved_start_at: at })
        .where('id', '=', id)
        .execute();
    },

    async beginAsking(id, now, retryAt) {
      const row = await sql
        .updateTable('feed_subscription')
        .set((e) => ({
          asked: raw<'subscribe'>`case when state = 'unsubscribing' then 'unsubscribe' else 'subscribe' end`,
          asked_at: now,
          attempts: e('attempts', '+', 1),
          next_try_at: retryAt,
          reserved_start_at: null,
        }))
        .where('id', '=', id)
        .where('next_try_at', '<=', now)
        .returningAll()
        .executeTakeFirst();
      return row ?? null;
    },

    async recordFailure({ id, asked_at }, { error, retryAt, refused }) {
      await sql
        .updateTable('feed_subscription')
        .set({
          last_error: error,
          next_try_at: retryAt,
          // While a lease runs, what the hub says to its renewal takes nothing away.
          ...(refused
            ? {
                state: raw<'refused'>`case when state in ('verified', 'unsubscribing') then state else 'refused' end`,
              }
            : {}),
        })
        .where('id', '=', id)
        .where('asked_at', '=', asked_at)
        .where('attempts', '>', 0)
        .execute();
    },

    verify: (verification) =>
      sql.transaction().execute(async (trx) => {
        const { token, mode, topic, now, askedAfter, leaseEndsAt, renewAt } = verification;
        const row = await trx
          .selectFrom('feed_subscription')
          .selectAll()
          .where('token', '=', token)
          .where('topic', '=', topic)
          .where('asked', '=', mode)
          .where('asked_at', '>=', askedAfter)
          .where('state', mode === 'subscribe' ? 'not in' : 'in', ['unsubscribing'])
          .forUpdate()
          .executeTakeFirst();
        if (!row) return null;
        if (mode === 'unsubscribe') {
          await trx.deleteFrom('feed_subscription').where('id', '=', row.id).execute();
          return row;
        }
        return trx
          .updateTable('feed_subscription')
          .set({
            state: 'verified',
            verified_since: row.verified_since ?? now,
            lease_ends_at: leaseEndsAt,
            next_try_at: renewAt,
            attempts: 0,
            last_error: null,
          })
          .where('id', '=', row.id)
          .returningAll()
          .executeTakeFirstOrThrow();
      }),

    deny: ({ token, topic, reason, retryAt, now }) =>
      sql.transaction().execute(async (trx) => {
        const row = await trx
          .updateTable('feed_subscription')
          .set({
            state: raw<'refused'>`case when state = 'unsubscribing' then state else 'refused' end`,
            asked: null,
            last_error: reason,
            next_try_at: retryAt,
            verified_since: null,
            lease_ends_at: null,
            in_a_row: 0,
          })
          .where('token', '=', token)
          .where('topic', '=', topic)
          .returningAll()
          .executeTakeFirst();
        if (!row) return null;
        await checkSoon(trx, [row.feed_id], now, 'Its hub ended the subscription.');
        return row;
      }),

    async remove(id) {
      await sql.deleteFrom('feed_subscription').where('id', '=', id).execute();
    },
  };
}

const feedsOf = (rows: readonly { id: string; feed_id: string }[], ids: readonly string[]): string[] =>
  rows.filter(({ id }) => ids.includes(id)).map((row) => row.feed_id);

/**
 * What was planned while a hub pushed is too late now. A feed that fails keeps its back-off, and one that was checked
 * within the last minutes its turn: a hub must not be able to make us poll as often as it likes.
 */
export async function checkSoon(
  sql: Database['sql'],
  feedIds: readonly string[],
  now: Date,
  reason: string,
): Promise<void> {
  if (feedIds.length === 0) return;
  await raw`update feed set next_check_at = soon, next_check_reason = ${`${reason} It is checked soon.`}
    from (select id as soon_id, greatest(${now}::timestamptz, last_check_at + interval '10 minutes') as soon from feed) s
    where id = soon_id and id = any(${feedIds}::bigint[]) and failing_since is null and in_config
      and paused_reason is null and next_check_at > soon`.execute(sql);
}
