import { type RawBuilder, type SqlBool, sql as raw } from 'kysely';
import type { Database } from '../database.ts';
import type { AlertRow } from './alerts.repository.ts';
import type { FeedRow } from './feeds.repository.ts';

export interface FeedWithOutlet extends FeedRow {
  outlet_name: string;
  country: string;
  outlet_group: string;
}

/** Which alerts are meant; without a condition, all of them. */
export interface AlertsWanted {
  rule?: string | undefined;
  kind?: string | undefined;
  unread?: boolean | undefined;
}

/** How the whole is doing, read for the status line, the Feeds page and the alerts' inbox. */
export interface HealthRepository {
  findFeeds(): Promise<FeedWithOutlet[]>;
  /** New entries per feed and UTC day since `from`; days without a successful check are absent. */
  countNewEntries(from: Date): Promise<{ feedId: string; day: string; entries: number }[]>;
  countFates(): Promise<Record<string, number>>;
  countRelevant(): Promise<number>;
  findNewestArticleAt(): Promise<Date | null>;
  /** Seconds from being found to being measured, over articles of the last day that came as news. */
  findLatency(since: Date): Promise<{ p50: number; p95: number } | null>;
  findAlerts(limit: number, beforeId: string | null, only?: AlertsWanted): Promise<AlertRow[]>;
  countAlerts(only?: AlertsWanted): Promise<{ total: number; unread: number }>;
  countFired(since: Date): Promise<Record<string, number>>;
  /** When each of these rules last raised an alert; those that never did are absent. */
  findLastFired(ruleIds: readonly string[]): Promise<Record<string, Date>>;
}

export function healthRepository({ sql }: Database): HealthRepository {
  return {
    async findFeeds() {
      return sql
        .selectFrom('feed')
        .innerJoin('outlet', 'outlet.id', 'feed.outlet_id')
        .selectAll('feed')
        .select(['outlet.name as outlet_name', 'outlet.country', 'outlet.outlet_group'])
        .where('in_config', '=', true)
        .orderBy('outlet.name')
        .orderBy('feed.url')
        .execute();
    },
    async countNewEntries(from) {
      const { rows } = await raw<{ feed_id: string; day: string; entries: string }>`
        select feed_id, to_char(at at time zone 'UTC', 'YYYY-MM-DD') as day, sum(new_entries) as entries
        from feed_check where at >= ${from} and outcome in ('fetched', 'unchanged', 'pushed') group by 1, 2`.execute(
        sql,
      );
      return rows.map((row) => ({ feedId: row.feed_id, day: row.day, entries: Number(row.entries) }));
    },
    async countFates() {
      const rows = await sql
        .selectFrom('article')
        .select(['fate', (e) => e.fn.countAll<string>().as('n')])
        .groupBy('fate')
        .execute();
      return Object.fromEntries(rows.map((row) => [row.fate, Number(row.n)]));
    },
    async countRelevant() {
      const { rows } = await raw<{
        n: string;
      }>`select count(*) as n from trend_fact f join model m on m.id = f.model_id
        where m.status = 'active' and f.relevant`.execute(sql);
      return Number(rows[0]?.n ?? 0);
    },
    async findNewestArticleAt() {
      const row = await sql
        .selectFrom('article')
        .select((e) => e.fn.max('first_seen_at').as('at'))
        .executeTakeFirst();
      return row?.at ?? null;
    },
    async findLatency(since) {
      const { rows } = await raw<{ p50: number | null; p95: number | null }>`
        select percentile_cont(0.5) within group (order by s) as p50, percentile_cont(0.95) within group (order by s) as p95
        from (select extract(epoch from min(c.created_at) - a.first_seen_at)::float8 as s
          from article a join classification c on c.article_id = a.id
          where a.is_news and a.first_seen_at >= ${since} group by a.id) x`.execute(sql);
      const row = rows[0];
      return row?.p50 == null || row.p95 == null ? null : { p50: row.p50, p95: row.p95 };
    },
    findAlerts: (limit, beforeId, only = {}) =>
      sql
        .selectFrom('alert')
        .selectAll()
        .$if(beforeId !== null, (q) => q.where('id', '<', beforeId as string))
        .where(isWanted(only))
        .orderBy('id', 'desc')
        .limit(limit)
        .execute(),
    async countAlerts(only = {}) {
      const { rows } = await raw<{ total: string; unread: string }>`
        select count(*) as total, count(*) filter (where read_at is null) as unread
        from alert where ${isWanted(only)}`.execute(sql);
      return { total: Number(rows[0]?.total ?? 0), unread: Number(rows[0]?.unread ?? 0) };
    },
    async countFired(since) {
      const rows = await sql
        .selectFrom('alert')
        .select(['rule_id', (e) => e.fn.countAll<string>().as('n')])
        .where('raised_at', '>=', since)
        .groupBy('rule_id')
        .execute();
      return Object.fromEntries(rows.map((row) => [row.rule_id, Number(row.n)]));
    },
    async findLastFired(ruleIds) {
      const { rows } = await raw<{ rule_id: string; at: Date }>`
        select rule_id, max(raised_at) as at from alert
        where rule_id = any(${[...ruleIds]}::text[]) group by rule_id`.execute(sql);
      return Object.fromEntries(rows.map(({ rule_id, at }) => [rule_id, at]));
    },
  };
}

/** A condition on `alert` for what is wanted of it. */
export function isWanted({ rule, kind, unread }: AlertsWanted): RawBuilder<SqlBool> {
  return raw<SqlBool>`(${rule ?? null}::text is null or rule_id = ${rule ?? null})
    and (${kind ?? null}::text is null or on_kind = ${kind ?? null})
    and (not ${unread ?? false}::boolean or read_at is null)`;
}
