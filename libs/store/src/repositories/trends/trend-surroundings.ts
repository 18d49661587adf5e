import { type RawBuilder, sql as raw } from 'kysely';
import type { Database } from '../../database.ts';
import type { TrendFilter } from './trend-queries.ts';

export interface TrendSurroundings {
  /** The earliest instant of which anything is known under the filter: the first article counted or the first poll. */
  findKnownFrom(filter: TrendFilter): Promise<Date | null>;
  /** Gaps that were not healed and touch the range, of feeds under the filter, with the feed's outlet. */
  findGaps(
    filter: TrendFilter,
  ): Promise<{ feedId: string; outlet: string; from: Date; to: Date | null; reason: string }[]>;
  /** Feeds under the filter that were watched within the range: since when, until when. */
  findWatched(
    filter: TrendFilter,
  ): Promise<{ feedId: string; outlet: string; from: Date; to: Date | null }[]>;
  findModelChanges(beatId: string, from: Date, to: Date): Promise<{ at: Date; version: string }[]>;
}

/** What a chart has to know beside its counts: since when there is anything, who was watched, and where it broke off. */
export function trendSurroundings({ sql }: Database): TrendSurroundings {
  return {
    async findKnownFrom(filter) {
      const { rows } = await raw<{ at: Date | null }>`
        select least(
          -- One look into an index for each outlet: over all facts, an archive would be read.
          (select min(first.at) from outlet o, lateral (
            select f.counted_at as at from trend_fact f
            where f.model_id = ${filter.modelId} and f.outlet_id = o.id
              and ${optional(filter.language, (v) => raw`f.language = ${v}`)}
            order by f.counted_at limit 1) first
            where ${outletCondition(filter)}),
          (select min(fd.first_polled_at) from feed fd join outlet o on o.id = fd.outlet_id
            where ${feedCondition(filter)})) as at`.execute(sql);
      return rows[0]?.at ?? null;
    },

    async findGaps(filter) {
      const { rows } = await raw<{
        feed_id: string;
        outlet: string;
        from_at: Date;
        to_at: Date | null;
        reason: string;
      }>`
        select g.feed_id, o.name as outlet, g.from_at, g.to_at, g.reason
        from coverage_gap g join feed fd on fd.id = g.feed_id join outlet o on o.id = fd.outlet_id
        where not g.healed and g.from_at < ${filter.to} and coalesce(g.to_at, 'infinity') > ${filter.from}
          and ${feedCondition(filter)} order by g.from_at`.execute(sql);
      return rows.map((row) => ({
        feedId: row.feed_id,
        outlet: row.outlet,
        from: row.from_at,
        to: row.to_at,
        reason: row.reason,
      }));
    },

    async findWatched(filter) {
      const { rows } = await raw<{ id: string; outlet: string; added_at: Date; removed_at: Date | null }>`
        select fd.id, o.name as outlet, fd.added_at, fd.removed_at
        from feed fd join outlet o on o.id = fd.outlet_id
        where coalesce(fd.removed_at, 'infinity') > ${filter.from} and fd.added_at < ${filter.to}
          -- A feed that an archive told of was never watched here.
          and (fd.in_config or fd.removed_at is not null)
          and ${feedCondition(filter)} order by fd.added_at`.execute(sql);
      return rows.map((row) => ({
        feedId: row.id,
        outlet: row.outlet,
        from: row.added_at,
        to: row.removed_at,
      }));
    },

    async findModelChanges(beatId, from, to) {
      const rows = await sql
        .selectFrom('model')
        .select(['activated_at', 'version'])
        .where('beat_id', '=', beatId)
        .where('activated_at', '>=', from)
        .where('activated_at', '<', to)
        .orderBy('activated_at')
        .execute();
      return rows.flatMap((row) =>
        row.activated_at ? [{ at: row.activated_at, version: row.version }] : [],
      );
    },
  };
}

function outletCondition(filter: TrendFilter): RawBuilder<boolean> {
  return raw<boolean>`(${optional(filter.outletId, (v) => raw`o.id = ${v}`)} and ${optional(filter.group, (v) => raw`o.outlet_group = ${v}`)}
    and ${optional(filter.country, (v) => raw`o.country = ${v}`)})`;
}

function feedCondition(filter: TrendFilter): RawBuilder<boolean> {
  return raw<boolean>`(${outletCondition(filter)} and ${optional(filter.language, (v) => raw`fd.language = ${v}`)})`;
}

function optional(
  value: string | undefined,
  condition: (value: string) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  return value === undefined ? raw`true` : condition(value);
}
