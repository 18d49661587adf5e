import { durationMs, type FeedConfig } from '@framewatch/contracts';
import { type Selectable, sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import type { Schema } from '../schema.ts';
import type { HostPace } from './host-gates.repository.ts';

export type FeedRow = Selectable<Schema['feed']>;

/** What one poll found, written in one transaction with the feed's next check. */
export interface FeedCheckRecord {
  at: Date;
  outcome: 'fetched' | 'unchanged' | 'failed' | 'gone' | 'rate-limited';
  httpStatus: number | null;
  entries: number;
  newEntries: number;
  bytes: number;
  durationMs: number;
  error: string | null;
  /** The kind of failure; null where it did not fail. */
  failure?: string | null;
  /** Whether the failures so far call the feed failing. */
  failing?: boolean | undefined;
  /** Which reader gave the entries; null where none were read. */
  reader?: string | null;
  nextCheckAt: Date | null;
  nextCheckReason: string;
}

/** What changes on the feed's own row after a poll. */
export type FeedUpdate = Partial<
  Pick<
    FeedRow,
    | 'current_url'
    | 'title'
    | 'paused_reason'
    | 'etag'
    | 'last_modified'
    | 'body_hash'
    | 'not_modified_in_a_row'
    | 'last_whole_at'
    | 'error_weight'
    | 'truncated'
    | 'used_reader'
    | 'hub_url'
    | 'topic_url'
    | 'offline_since'
    | 'same_as'
  >
> & { recent_entry_times?: string[]; wishes?: string; sitemaps?: string | null };

/** Feeds are looked for every second; what may start until the look after the next is woken now. */
const WAKE_AHEAD_SECONDS = 2;

export interface FeedRepository {
  /** Makes the table say what the file says: new feeds are due at once, missing ones stop and keep their articles. */
  syncFromConfig(
    feeds: (FeedConfig & { line: number })[],
    now: Date,
  ): Promise<{ added: number; removed: number }>;
  /** Outlets by name. */
  findOutletIds(): Promise<Map<string, string>>;
  /**
   * Feeds that are due and whose host's turn is near, those first that come first at their hosts: of each host as many
   * as may run, and start until the next call or two. None of a host that is blocked or busy, none that waits for its place.
   */
  findDueForPolling(
    now: Date,
    limit: number,
    paces: { usual: HostPace; hosts: Record<string, HostPace> },
  ): Promise<{ id: string; dueAt: Date }[]>;
  findById(
    id: string,
  ): Promise<(FeedRow & { outlet_name: string; outlet_country: string; has_open_gap: boolean }) | null>;
  /** Another feed of the configuration that is, or was moved to, this address. */
  findByAddress(url: string, exceptId: string): Promise<{ id: string; url: string } | null>;
  reserveStart(id: string, at: Date | null): Promise<void>;
  recordCheck(id: string, check: FeedCheckRecord, update: FeedUpdate): Promise<void>;
  /** Makes a feed due now, also a paused one (an editor asked). False where there is no such feed. */
  requestCheck(id: string, now: Date): Promise<boolean>;
  /** Opens a coverage gap; where one is open, it only says the newer reason. */
  openGap(feedId: string, from: Date, reason: string): Promise<void>;
  /** Whether one of these entries was seen before the open gap began; true where none is open. */
  heldBeforeGap(feedId: string, guids: string[]): Promise<boolean>;
  /** Ends the open gap; `healed` where the feed still held entries from before, so that nothing can be missing. */
  closeGap(feedId: string, at: Date, healed: boolean): Promise<void>;
}

export function feedRepository({ sql }: Database): FeedRepository {
  return {
    syncFromConfig: (feeds, now) =>
      sql.transaction().execute(async (trx) => {
        await raw`select pg_advisory_xact_lock(hashtext('framewatch.feeds'))`.execute(trx);
        let added = 0;
        for (const feed of feeds) {
          const outlet = await trx
            .insertInto('outlet')
            .values({
              name: feed.outlet,
              country: feed.country,
              outlet_group: feed.group,
              language: feed.language,
            })
            .onConflict((c) =>
              c.column('name').doUpdateSet({ country: feed.country, outlet_group: feed.group }),
            )
            .returning('id')
            .executeTakeFirstOrThrow();
          const values = {
            outlet_id: outlet.id,
            language: feed.language,
            reader: feed.reader ?? null,
            fixed_interval_minutes: feed.every ? durationMs(feed.every) / 60_000 : null,
            config_line: feed.line,
            title: feed.title ?? null,
          };
          const paused = feed.paused ? 'config' : null;
          const before = await trx
            .selectFrom('feed')
            .select(['id', 'in_config', 'paused_reason', 'reader', 'fixed_interval_minutes', 'removed_at'])
            .where('url', '=', feed.url)
            .executeTakeFirst();
          if (!before) {
            added += 1;
            await trx
              .insertInto('feed')
              .values({
                ...values,
                url: feed.url,
                current_url: feed.url,
                paused_reason: paused,
                next_check_at: now,
                next_check_reason: 'Newly added: it is checked at once.',
                added_at: now,
              })
              .execute();
            continue;
          }
          // A pause by the outlet (410) is kept until an editor asks for a check; a pause in the file follows the file.
          const pausedNow = paused ?? (before.paused_reason === 'config' ? null : before.paused_reason);
          const wakesUp =
            !before.in_config ||
            (before.paused_reason === 'config' && !paused) ||
            before.fixed_interval_minutes !== values.fixed_interval_minutes ||
            before.reader !== values.reader;
          await trx
            .updateTable('feed')
            .set({
              ...values,
              in_config: true,
              removed_at: null,
              // Known from an archive alone: it is watched from now on.
              ...(before.in_config || before.removed_at ? {} : { added_at: now }),
              paused_reason: pausedNow,
              ...(wakesUp
                ? { next_check_at: now, next_check_reason: 'Its entry changed: it is checked at once.' }
                : {}),
            })
            .where('id', '=', before.id)
            .execute();
          // From here on nothing is known of it, until a check succeeds: a gap, not a zero.
          if (!before.in_config && before.removed_at)
            await beginGap(trx, before.id, before.removed_at, 'It was not in feeds.yaml.');
          else if (paused && before.paused_reason === null)
            await beginGap(trx, before.id, now, 'It is paused in feeds.yaml.');
        }
        const urls = feeds.map((feed) => feed.url);
        const gone = await trx
          .updateTable('feed')
          .set({ in_config: false, removed_at: now, config_line: null })
          .where('in_config', '=', true)
          .$if(urls.length > 0, (q) => q.where('url', 'not in', urls))
          .returning('id')
          .execute();
        for (const { id } of gone)
          await trx
            .updateTable('coverage_gap')
            .set({ to_at: now })
            .where('feed_id', '=', id)
            .where('to_at', 'is', null)
            .execute();
        return { added, removed: gone.length };
      }),

    async findOutletIds() {
      const rows = await sql.selectFrom('outlet').select(['id', 'name']).execute();
      return new Map(rows.map((row) => [row.name, row.id]));
    },

    async findDueForPolling(now, limit, { usual, hosts }) {
      const own = Object.entries(hosts).map(([host, pace]) => ({
        host: host.replace(/^www\./, ''),
        ...pace,
      }));
      const turnedBack = clockTurnedBack(now);
      const { rows } = await raw<{ id: string; next_check_at: Date }>`
        with due as (
          select id, next_check_at, host, case when last_check_at > ${turnedBack} then null else reserved_start_at end as reserved_start_at,
            row_number() over (partition by host order by next_check_at, id) as turn
          from feed where in_config and paused_reason is null
            and (next_check_at <= ${now} or last_check_at > ${turnedBack})),
        own as (select * from jsonb_to_recordset(${JSON.stringify(own)}::jsonb)
          as own(host text, "gapSeconds" float8, concurrent integer)),
        near as (
          select due.*, coalesce(own.concurrent, ${usual.concurrent}) as most from due
          left join lateral (select * from own where own.host in (due.host, split_part(due.host, ':', 1))
            order by length(own.host) desc limit 1) own on true
          where turn <= coalesce(own.concurrent, ${usual.concurrent})
            + ${WAKE_AHEAD_SECONDS} / greatest(coalesce(own."gapSeconds", ${usual.gapSeconds}), 0.001))
        select id, next_check_at from near left join host_gate gate using (host)
        where (reserved_start_at is null or reserved_start_at <= ${now})
          and (gate.blocked_until is null or gate.blocked_until <= ${now} or gate.last_start_at > ${turnedBack})
          and (select count(*) from host_lease l where l.host = near.host and l.expires_at >= ${now}) < most
        order by turn, next_check_at, id limit ${limit}`.execute(sql);
      return rows.map((row) => ({ id: row.id, dueAt: row.next_check_at }));
    },

    async findById(id) {
      const row = await sql
        .selectFrom('feed')
        .innerJoin('outlet', 'outlet.id', 'feed.outlet_id')
        .selectAll('feed')
        .select(['outlet.name as outlet_name', 'outlet.country as outlet_country'])
        .select(
          raw<boolean>`exists (select 1 from coverage_gap g where g.feed_id = feed.id and g.to_at is null)`.as(
            'has_open_gap',
          ),
        )
        .where('feed.id', '=', id)
        .executeTakeFirst();
      return row ?? null;
    },

    async findByAddress(url, exceptId) {
      const row = await sql
        .selectFrom('feed')
        .select(['id', 'url'])
        .where('in_config', '=', true)
        .where('id', '!=', exceptId)
        .where((e) => e.or([e('url', '=', url), e('current_url', '=', url)]))
        .executeTakeFirst();
      return row ?? null;
    },

    async reserveStart(id, at) {
      await sql.updateTable('feed').set({ reserved_start_at: at }).where('id', '=', id).execute();
    },

    async recordCheck(id, check, update) {
      const failed =
        check.outcome === 'failed' || check.outcome === 'gone' || check.outcome === 'rate-limited';
      // One statement: both rows or none, without a transaction's two more round trips.
      await sql
        .with('polled', (db) =>
          db
            .updateTable('feed')
            .set({
              ...update,
              last_check_at: check.at,
              last_outcome: check.outcome,
              http_status: check.httpStatus,
              last_error: check.error,
              last_failure: check.failure ?? null,
              ...(check.reader === 'rss-parser'
                ? { second_reader_uses: raw<number>`second_reader_uses + 1` }
                : {}),
              ...(check.outcome === 'fetched' ? { last_entries: check.entries } : {}),
              next_check_at: check.nextCheckAt,
              next_check_reason: check.nextCheckReason,
              reserved_start_at: null,
              ...(failed
                ? { failing_since: raw<Date>`coalesce(failing_since, ${check.at})` }
                : {
                    failing_since: null,
                    last_success_at: check.at,
                    first_polled_at: raw<Date>`coalesce(first_polled_at, ${check.at})`,
                  }),
            })
            .where('id', '=', id),
        )
        .insertInto('feed_check')
        .values({
          feed_id: id,
          at: check.at,
          outcome: check.outcome,
          http_status: check.httpStatus,
          entries: check.entries,
          new_entries: check.newEntries,
          bytes: check.bytes,
          duration_ms: check.durationMs,
          error: check.error,
          failure: check.failure ?? null,
          failing: check.failing ?? null,
          reader: check.reader ?? null,
          next_check_at: check.nextCheckAt,
          next_check_reason: check.nextCheckReason,
        })
        .execute();
    },

    async requestCheck(id, now) {
      const row = await sql
        .updateTable('feed')
        .set({
          next_check_at: now,
          next_check_reason: 'An editor asked for it.',
          paused_reason: null,
          reserved_start_at: null,
        })
        .where('id', '=', id)
        .where('in_config', '=', true)
        .returning('id')
        .executeTakeFirst();
      return row !== undefined;
    },

    openGap: (feedId, from, reason) => beginGap(sql, feedId, from, reason),
    async heldBeforeGap(feedId, guids) {
      const { rows } = await raw<{ held: boolean }>`
        select not exists (select 1 from coverage_gap g where g.feed_id = ${feedId} and g.to_at is null
          and not exists (select 1 from sighting s
            where s.feed_id = g.feed_id and s.guid = any(${guids}::text[]) and s.seen_at <= g.from_at)) as held`.execute(
        sql,
      );
      return rows[0]?.held ?? true;
    },
    async closeGap(feedId, at, healed) {
      await sql
        .updateTable('coverage_gap')
        .set({ to_at: at, healed })
        .where('feed_id', '=', feedId)
        .where('to_at', 'is', null)
        .execute();
    },
  };
}

/** A check after this lies in the future: the clock was turned back since, and what was planned by it is void. */
export const clockTurnedBack = (now: Date): Date => new Date(now.getTime() + 10 * 60_000);

async function beginGap(sql: Database['sql'], feedId: string, from: Date, reason: string): Promise<void> {
  await sql
    .insertInto('coverage_gap')
    .values({ feed_id: feedId, from_at: from, reason })
    .onConflict((c) => c.column('feed_id').where('to_at', 'is', null).doUpdateSet({ reason }))
    .execute();
}
