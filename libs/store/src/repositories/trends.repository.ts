import type { Dimension } from '@framewatch/contracts';
import { type RawBuilder, sql as raw } from 'kysely';
import type { Database } from '../database.ts';

/** What one article counts as in the charts of one model; corrections are already applied. */
export interface TrendFact {
  articleId: string;
  modelId: string;
  beatId: string;
  relevant: boolean;
  unclear: boolean;
  /** Relevant, and read whole enough for its framing to be judged. */
  inFraming: boolean;
  topics: string[];
  frames: string[];
  revision: number;
}

/** Who is counted; left out means all. */
export interface TrendFilter {
  modelId: string;
  from: Date;
  to: Date;
  topic?: string | undefined;
  frame?: string | undefined;
  outletId?: string | undefined;
  group?: string | undefined;
  country?: string | undefined;
  language?: string | undefined;
}

export interface CountQuery extends TrendFilter {
  chart: 'coverage' | 'framing';
  by: Dimension;
  of: 'articles' | 'stories';
  /** Bucket boundaries, ascending: n + 1 instants make n buckets. One bucket gives totals. */
  boundaries: Date[];
}

/** Counts of one bucket and one value of the dimension (empty for `none`). */
export interface CountRow {
  slot: number;
  key: string;
  count: number;
}

export interface TrendRepository {
  /**
   * Writes what an article counts as; nothing where the article has moved on to another revision. Run twice, the same
   * row. Returns whether the active model's charts changed.
   */
  saveFact(fact: TrendFact): Promise<boolean>;
  countNumerators(query: CountQuery): Promise<CountRow[]>;
  countDenominators(query: CountQuery): Promise<CountRow[]>;
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
  findHeatmap(
    filter: TrendFilter,
  ): Promise<
    { outletId: string; outlet: string; group: string; relevant: number; frames: Record<string, number> }[]
  >;
  /** Facts that disagree with a recount from classifications and corrections; empty where all is well. */
  verify(): Promise<{ articleId: string; modelId: string }[]>;
}

export function trendRepository({ sql }: Database): TrendRepository {
  return {
    async saveFact(fact) {
      const { rows } = await raw<{ active: boolean }>`
        insert into trend_fact (article_id, model_id, beat_id, counted_at, outlet_id, story_id, language,
          relevant, unclear, in_framing, topics, frames, revision)
        select a.id, ${fact.modelId}, ${fact.beatId}, a.counted_at, a.outlet_id, a.story_id, a.language,
          ${fact.relevant}, ${fact.unclear}, ${fact.inFraming}, ${fact.topics}::text[], ${fact.frames}::text[], ${fact.revision}
        -- Shared lock: a story merge under way is waited for, so that no fact keeps a story that is gone.
        from article a where a.id = ${fact.articleId} and a.revision = ${fact.revision} for share
        on conflict (model_id, article_id) do update set
          counted_at = excluded.counted_at, outlet_id = excluded.outlet_id, story_id = excluded.story_id,
          language = excluded.language, relevant = excluded.relevant, unclear = excluded.unclear,
          in_framing = excluded.in_framing, topics = excluded.topics, frames = excluded.frames,
          revision = excluded.revision, measured_at = now()
        where (trend_fact.counted_at, trend_fact.outlet_id, trend_fact.story_id, trend_fact.language, trend_fact.relevant,
            trend_fact.unclear, trend_fact.in_framing, trend_fact.topics, trend_fact.frames, trend_fact.revision)
          is distinct from (excluded.counted_at, excluded.outlet_id, excluded.story_id, excluded.language, excluded.relevant,
            excluded.unclear, excluded.in_framing, excluded.topics, excluded.frames, excluded.revision)
        returning exists (select 1 from model where id = model_id and status = 'active') as active`.execute(
        sql,
      );
      return rows[0]?.active ?? false;
    },

    countNumerators: (query) => count(sql, query, hitCondition(query)),
    countDenominators: (query) =>
      count(sql, isLabelDimension(query.by) ? { ...query, by: 'none' } : query, raw<boolean>`true`),

    async findKnownFrom(filter) {
      const { rows } = await raw<{ at: Date | null }>`
        select least(
          (select min(f.counted_at) from trend_fact f join outlet o on o.id = f.outlet_id
            where f.model_id = ${filter.modelId} and ${outletCondition(filter)}),
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

    async findHeatmap(filter) {
      const { rows } = await raw<{
        outlet_id: string;
        outlet: string;
        outlet_group: string;
        relevant: string;
        frames: Record<string, number>;
      }>`
        with chosen as (
          select f.outlet_id, f.frames from trend_fact f join outlet o on o.id = f.outlet_id
          where f.model_id = ${filter.modelId} and f.in_framing
            and f.counted_at >= ${filter.from} and f.counted_at < ${filter.to} and ${outletCondition(filter)}
            ${filter.topic === undefined ? raw`` : raw`and f.topics @> array[${filter.topic}]::text[]`})
        select o.id as outlet_id, o.name as outlet, o.outlet_group, n.relevant, coalesce(l.frames, '{}') as frames
        from (select outlet_id, count(*) as relevant from chosen group by outlet_id) n
        join outlet o on o.id = n.outlet_id
        left join (select outlet_id, jsonb_object_agg(frame, n) as frames from (
          select outlet_id, frame, count(*) as n from chosen, unnest(frames) as frame group by 1, 2) x group by 1) l
          on l.outlet_id = n.outlet_id
        order by n.relevant desc, o.name`.execute(sql);
      return rows.map((row) => ({
        outletId: row.outlet_id,
        outlet: row.outlet,
        group: row.outlet_group,
        relevant: Number(row.relevant),
        frames: row.frames,
      }));
    },

    async verify() {
      // The recount derives every fact anew from classification, label and correction.
      const { rows } = await raw<{ article_id: string; model_id: string }>`
        with live as (
          select c.id, c.article_id, c.model_id, c.beat_id, c.revision, c.relevance_decision, a.counted_at,
            a.outlet_id, a.story_id, a.text_source, a.language
          from classification c join article a on a.id = c.article_id and a.revision = c.revision
          join model m on m.id = c.model_id where m.status <> 'retired' and a.grouped_at is not null),
        judged as (
          select live.*, coalesce(k.decision, relevance_decision) = 'yes' as relevant,
            k.decision is null and relevance_decision = 'unclear' as unclear
          from live left join correction k on k.article_id = live.article_id and k.beat_id = live.beat_id
            and k.kind = 'relevance' and k.withdrawn_at is null),
        labels as (
          select j.id, l.kind, l.label_id from judged j join label l on l.classification_id = j.id
            left join correction k on k.article_id = j.article_id and k.beat_id = j.beat_id
              and k.kind = l.kind and k.label_id = l.label_id and k.withdrawn_at is null
          where coalesce(k.decision, l.decision) = 'yes'
          union
          select j.id, k.kind, k.label_id from judged j join correction k on k.article_id = j.article_id
            and k.beat_id = j.beat_id and k.withdrawn_at is null and k.decision = 'yes' and k.kind <> 'relevance'),
        -- Gathered once: asked for article by article, the recount of an archive would take hours.
        gathered as (
          select id, array_agg(label_id order by label_id) filter (where kind = 'topic') as topics,
            array_agg(label_id order by label_id) filter (where kind = 'frame') as frames
          from labels group by id),
        recount as (
          select j.*, j.relevant and j.text_source not in ('feed-summary', 'none') as in_framing,
            case when j.relevant then coalesce(g.topics, '{}') else '{}' end as topics,
            case when j.relevant and j.text_source not in ('feed-summary', 'none') then coalesce(g.frames, '{}')
              else '{}' end as frames
          from judged j left join gathered g on g.id = j.id)
        select coalesce(r.article_id, f.article_id) as article_id, coalesce(r.model_id, f.model_id) as model_id
        from recount r full join (select f.* from trend_fact f join model m on m.id = f.model_id where m.status <> 'retired') f
          on f.article_id = r.article_id and f.model_id = r.model_id
        where r.article_id is null or f.article_id is null or f.revision <> r.revision or f.counted_at <> r.counted_at
          or f.outlet_id <> r.outlet_id or f.story_id is distinct from r.story_id or f.relevant <> r.relevant
          or f.in_framing <> r.in_framing or f.unclear <> r.unclear or f.language <> r.language
          or array(select unnest(f.topics) order by 1) <> r.topics or array(select unnest(f.frames) order by 1) <> r.frames`.execute(
        sql,
      );
      return rows.map((row) => ({ articleId: row.article_id, modelId: row.model_id }));
    },
  };
}

const isLabelDimension = (by: Dimension): by is 'topic' | 'frame' => by === 'topic' || by === 'frame';

/** One scan: which bucket, which key, how many articles or distinct stories. */
async function count(sql: Database['sql'], query: CountQuery, hit: RawBuilder<boolean>): Promise<CountRow[]> {
  const label = isLabelDimension(query.by);
  const column = query.by === 'topic' ? raw`topics` : raw`frames`;
  const counted =
    query.of === 'stories' ? raw`count(distinct coalesce(f.story_id, -f.article_id))` : raw`count(*)`;
  const { rows } = await raw<{ slot: number; key: string; count: string }>`
    select width_bucket(f.counted_at, ${query.boundaries.map((b) => b.toISOString())}::timestamptz[]) - 1 as slot,
      ${keyExpression(query.by)} as key, ${counted} as count
    from trend_fact f join outlet o on o.id = f.outlet_id
      ${label ? raw`cross join lateral unnest(f.${column}) as value` : raw``}
    where f.model_id = ${query.modelId} and f.counted_at >= ${query.from} and f.counted_at < ${query.to}
      and ${outletCondition(query)} and ${populationCondition(query)} and ${hit}
    group by 1, 2`.execute(sql);
  return rows.map((row) => ({ slot: row.slot, key: row.key, count: Number(row.count) }));
}

function keyExpression(by: Dimension): RawBuilder<string> {
  switch (by) {
    case 'none':
      return raw<string>`''`;
    case 'topic':
    case 'frame':
      return raw<string>`value`;
    case 'outlet':
      return raw<string>`f.outlet_id::text`;
    case 'group':
      return raw<string>`o.outlet_group`;
    case 'country':
      return raw<string>`o.country`;
    case 'language':
      return raw<string>`f.language`;
  }
}

/** In framing, the question is about frames unless only a topic is named; the topic then narrows who is asked. */
function subjectOf(query: CountQuery): 'topic' | 'frame' {
  if (query.by === 'frame' || query.frame !== undefined) return 'frame';
  return query.by === 'topic' || query.topic !== undefined ? 'topic' : 'frame';
}

function populationCondition(query: CountQuery): RawBuilder<boolean> {
  if (query.chart === 'coverage') return raw<boolean>`true`;
  if (subjectOf(query) === 'frame' && query.topic !== undefined)
    return raw<boolean>`f.in_framing and f.topics @> array[${query.topic}]::text[]`;
  return raw<boolean>`f.in_framing`;
}

function hitCondition(query: CountQuery): RawBuilder<boolean> {
  const topic = query.topic === undefined ? raw`true` : raw`f.topics @> array[${query.topic}]::text[]`;
  const frame = query.frame === undefined ? raw`true` : raw`f.frames @> array[${query.frame}]::text[]`;
  return raw<boolean>`f.relevant and ${topic} and ${frame}`;
}

function outletCondition(filter: TrendFilter): RawBuilder<boolean> {
  return raw<boolean>`(${optional(filter.outletId, (v) => raw`o.id = ${v}`)} and ${optional(filter.group, (v) => raw`o.outlet_group = ${v}`)}
    and ${optional(filter.country, (v) => raw`o.country = ${v}`)} and ${optional(filter.language, (v) => raw`f.language = ${v}`)})`;
}

function feedCondition(filter: TrendFilter): RawBuilder<boolean> {
  return raw<boolean>`(${optional(filter.outletId, (v) => raw`o.id = ${v}`)} and ${optional(filter.group, (v) => raw`o.outlet_group = ${v}`)}
    and ${optional(filter.country, (v) => raw`o.country = ${v}`)} and ${optional(filter.language, (v) => raw`fd.language = ${v}`)})`;
}

function optional(
  value: string | undefined,
  condition: (value: string) => RawBuilder<unknown>,
): RawBuilder<unknown> {
  return value === undefined ? raw`true` : condition(value);
}
