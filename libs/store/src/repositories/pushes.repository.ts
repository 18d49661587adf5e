import { sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import type { FeedCheckRecord } from './feeds.repository.ts';
import { checkSoon } from './subscriptions.repository.ts';

/** A signed body that a hub brought and nobody has read yet. */
export interface WaitingPush {
  id: string;
  subscriptionId: string;
  feedId: string;
  hub: string;
  topic: string;
  receivedAt: Date;
  contentType: string | null;
  body: Uint8Array;
  attempts: number;
}

/** What a push that was read changes. */
export interface TakenPush {
  check: Omit<FeedCheckRecord, 'outcome' | 'nextCheckAt' | 'nextCheckReason' | 'httpStatus'>;
  readable: boolean;
  guids: string[];
  entryTimes: string[];
}

/** Bodies of one subscription that may wait; a hub that brings more is asked to wait itself. */
const MOST_WAITING = 50;
/** Bodies by which a repetition is known. */
const REMEMBERED = 50;
/** Pushes with something new in a row that win trust back. */
const TRUST_AFTER = 3;
/** As many entries as are noted from one poll; one is enough to know. */
const MOST_UNPUSHED = 200;
const RHYTHM_ENTRIES = 40;

export interface PushRepository {
  /** Keeps a signed body to be read; `repeated` where the same bytes came before, `full` where too many wait. */
  keep(
    subscriptionId: string,
    push: { receivedAt: Date; contentType: string | null; body: Uint8Array; hash: string },
  ): Promise<{ kind: 'kept'; id: string } | { kind: 'repeated' } | { kind: 'full' }>;
  /** Counts what was not believed. */
  countForged(subscriptionId: string): Promise<void>;
  /** Counts what was too large to be kept; the feed is checked soon instead. */
  countTooLarge(subscriptionId: string, now: Date): Promise<void>;
  /** Counts a try and gives the push; null where it was read already. */
  beginTaking(id: string): Promise<WaitingPush | null>;
  /**
   * Writes down that a push was read, once: false where somebody else did. The feed keeps its validators, its failures
   * and its next check, for none of these was asked about; only its rhythm learns.
   */
  recordTaken(push: WaitingPush, taken: TakenPush): Promise<boolean>;
  /** Pushes that wait since before, oldest first. */
  findWaiting(before: Date, limit: number): Promise<string[]>;
  /** Notes entries that a poll saw first, until a push brings them too. */
  noteUnpushed(subscriptionId: string, feedId: string, articleIds: string[], foundAt: Date): Promise<void>;
  /** Distrusts subscriptions whose hub has not brought what polls found before `foundBefore`; gives their feeds. */
  distrust(foundBefore: Date, now: Date): Promise<{ feedId: string; entries: number }[]>;
}

export function pushRepository({ sql }: Database): PushRepository {
  const count = async (id: string, column: 'forged' | 'too_large' | 'repeated'): Promise<void> => {
    await sql
      .updateTable('feed_subscription')
      .set((e) => ({ [column]: e(column, '+', 1) }))
      .where('id', '=', id)
      .execute();
  };
  return {
    keep: (subscriptionId, { receivedAt, contentType, body, hash }) =>
      sql.transaction().execute(async (trx) => {
        const { rows } = await raw<{ is_new: boolean }>`
          update feed_subscription s set
            recent_hashes = case when ${hash} = any(before.recent_hashes) then before.recent_hashes
              else (array_prepend(${hash}::text, before.recent_hashes))[1:${raw.lit(REMEMBERED)}] end,
            repeated = before.repeated + (${hash} = any(before.recent_hashes))::int
          from (select id, recent_hashes, repeated from feed_subscription where id = ${subscriptionId} for update) before
          where s.id = before.id
          returning not (${hash} = any(before.recent_hashes)) as is_new`.execute(trx);
        if (rows[0]?.is_new !== true) return { kind: 'repeated' };
        const { waiting } = await trx
          .selectFrom('feed_push')
          .select((e) => e.fn.countAll<string>().as('waiting'))
          .where('subscription_id', '=', subscriptionId)
          .executeTakeFirstOrThrow();
        if (Number(waiting) >= MOST_WAITING) {
          // It will come again, and is no repetition then.
          await raw`update feed_subscription set recent_hashes = array_remove(recent_hashes, ${hash})
            where id = ${subscriptionId}`.execute(trx);
          return { kind: 'full' };
        }
        const { id } = await trx
          .insertInto('feed_push')
          .values({
            subscription_id: subscriptionId,
            received_at: receivedAt,
            content_type: contentType,
            body: Buffer.from(body),
          })
          .returning('id')
          .executeTakeFirstOrThrow();
        return { kind: 'kept', id };
      }),

    countForged: (id) => count(id, 'forged'),
    async countTooLarge(id, now) {
      await count(id, 'too_large');
      await checkLater(sql, id, now, 'A push was too large to be taken.');
    },

    async beginTaking(id) {
      const { rows } = await raw<WaitingPush>`
        update feed_push p set attempts = p.attempts + 1 from feed_subscription s
        where p.id = ${id} and s.id = p.subscription_id
        returning p.id, s.id as "subscriptionId", s.feed_id as "feedId", s.hub, s.topic, p.received_at as "receivedAt",
          p.content_type as "contentType", p.body, p.attempts`.execute(sql);
      return rows[0] ?? null;
    },

    recordTaken: (push, { check, readable, guids, entryTimes }) =>
      sql.transaction().execute(async (trx) => {
        // The subscription before what belongs to it, here as elsewhere: nobody waits in a circle.
        await raw`select 1 from feed_subscription where id = ${push.subscriptionId} for update`.execute(trx);
        const gone = await trx
          .deleteFrom('feed_push')
          .where('id', '=', push.id)
          .returning('id')
          .executeTakeFirst();
        if (!gone) return false;
        const brought = check.newEntries > 0 ? 1 : 0;
        await raw`update feed_subscription set
            last_push_at = ${check.at}, taken = taken + ${readable ? 1 : 0}, unreadable = unreadable + ${readable ? 0 : 1},
            in_a_row = in_a_row + ${brought},
            distrusted_at = case when in_a_row + ${brought} >= ${raw.lit(TRUST_AFTER)} then null else distrusted_at end
          where id = ${push.subscriptionId}`.execute(trx);
        await raw`delete from feed_unpushed
          where subscription_id = ${push.subscriptionId} and guid = any(${guids}::text[])`.execute(trx);
        if (readable)
          await raw`update feed set recent_entry_times = coalesce((select array_agg(t order by t) from (
              select distinct t from unnest(recent_entry_times || ${entryTimes}::timestamptz[]) t
              order by t desc limit ${raw.lit(RHYTHM_ENTRIES)}) newest), '{}')
            where id = ${push.feedId}`.execute(trx);
        else await checkLater(trx, push.subscriptionId, check.at, 'What was pushed could not be read.');
        await recordCheck(trx, push.feedId, check);
        return true;
      }),

    async findWaiting(before, limit) {
      const rows = await sql
        .selectFrom('feed_push')
        .select('id')
        .where('received_at', '<=', before)
        .orderBy('id')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },

    async noteUnpushed(subscriptionId, feedId, articleIds, foundAt) {
      await raw`insert into feed_unpushed (subscription_id, guid, found_at)
        select ${subscriptionId}::bigint, guid, ${foundAt}::timestamptz from sighting
        where feed_id = ${feedId} and article_id = any(${articleIds}::bigint[]) and seen_at = ${foundAt}
        limit ${raw.lit(MOST_UNPUSHED)} on conflict do nothing`.execute(sql);
    },

    distrust: (foundBefore, now) =>
      sql.transaction().execute(async (trx) => {
        await raw`select 1 from feed_subscription where id in
          (select subscription_id from feed_unpushed where found_at < ${foundBefore}) order by id for update`.execute(
          trx,
        );
        const { rows } = await raw<{ feedId: string; entries: string }>`
          with missed as (delete from feed_unpushed where found_at < ${foundBefore} returning subscription_id),
            counted as (select subscription_id, count(*) as entries from missed group by 1)
          update feed_subscription s set in_a_row = 0, distrusted_at = coalesce(s.distrusted_at, ${now}::timestamptz)
          from counted where s.id = counted.subscription_id and s.state = 'verified'
          returning s.feed_id as "feedId", counted.entries`.execute(trx);
        await checkSoon(
          trx,
          rows.map(({ feedId }) => feedId),
          now,
          'Its hub did not push everything.',
        );
        return rows.map(({ feedId, entries }) => ({ feedId, entries: Number(entries) }));
      }),
  };
}

async function checkLater(
  sql: Database['sql'],
  subscriptionId: string,
  now: Date,
  reason: string,
): Promise<void> {
  const row = await sql
    .selectFrom('feed_subscription')
    .select('feed_id')
    .where('id', '=', subscriptionId)
    .executeTakeFirst();
  if (row) await checkSoon(sql, [row.feed_id], now, reason);
}

async function recordCheck(sql: Database['sql'], feedId: string, check: TakenPush['check']): Promise<void> {
  await sql
    .insertInto('feed_check')
    .values({
      feed_id: feedId,
      at: check.at,
      outcome: 'pushed',
      http_status: null,
      entries: check.entries,
      new_entries: check.newEntries,
      bytes: check.bytes,
      duration_ms: check.durationMs,
      error: check.error,
      next_check_at: null,
      next_check_reason: null,
    })
    .execute();
}
