import { type RawBuilder, sql as raw } from 'kysely';
import type { Database } from '../database.ts';

/** Whose articles a rule looks at; left out means all. Names of outlets are compared without regard to case. */
export interface RuleScope {
  modelId: string;
  topics?: readonly string[] | undefined;
  frames?: readonly string[] | undefined;
  outlets?: readonly string[] | undefined;
  groups?: readonly string[] | undefined;
  languages?: readonly string[] | undefined;
}

/** An article as the charts count it, corrections applied; its text is asked for apart. */
export interface PastArticle {
  id: string;
  title: string;
  outlet: string;
  outlet_id: string;
  outlet_group: string;
  language: string;
  counted_at: Date;
  first_seen_at: Date;
  story_id: string | null;
  topics: string[];
  frames: string[];
  edited: boolean;
  classification_id: string | null;
  relevance_score: number | null;
}

/** One article of an outlet on one topic, or (null) on the beat. */
export interface PastCoverage {
  article_id: string;
  outlet_id: string;
  topic: string | null;
  counted_at: Date;
  first_seen_at: Date;
  is_news: boolean;
  language: string;
}

/** Windows of one subject; boundaries as in `CountQuery`. Arrivals are told to `binMs`. */
export interface ArrivalQuery {
  modelId: string;
  from: Date;
  to: Date;
  topic?: string | undefined;
  frame?: string | undefined;
  group?: string | undefined;
  language?: string | undefined;
  boundaries: Date[];
  binMs: number;
}

/** So many of a window were first seen at this time; `key`: a frame, or empty for all. */
export interface Arrival {
  slot: number;
  key: string;
  at: Date;
  count: number;
}

/** One check of a feed that changed something: it failed, came back, or brought entries. */
export interface PastCheck {
  feed_id: string;
  at: Date;
  outcome: string;
  new_entries: number;
  failing: boolean | null;
  error: string | null;
}

/** What was stored of the past, as alert rules ask for it: to say what a rule would have raised. */
export interface RuleHistoryRepository {
  /**
   * Relevant news first seen in [from, to) and published at most `oldestMs` before, the newest first, at most `limit`;
   * it carries one of the topics and one of the frames.
   */
  findNews(scope: RuleScope, from: Date, to: Date, oldestMs: number, limit: number): Promise<PastArticle[]>;
  findTexts(articleIds: readonly string[]): Promise<Map<string, string>>;
  /** Of each story: under which stories' ids it counts as alerted. */
  findAlertedAs(storyIds: readonly string[]): Promise<Map<string, string[]>>;
  /** Relevant coverage published in [from, to), imports and first polls included, once for each topic that is asked for. */
  findCoverage(scope: RuleScope, from: Date, to: Date): Promise<PastCoverage[]>;
  /** The last relevant coverage published before an instant, by outlet and topic. */
  findLastCoverage(
    scope: RuleScope,
    before: Date,
  ): Promise<{ outlet_id: string; topic: string | null; counted_at: Date }[]>;
  /** When an outlet covered a topic (null: the beat) last, by articles that were seen before this one; or null. */
  findCoverageBefore(
    modelId: string,
    article: { id: string; outletId: string; firstSeenAt: Date },
    topic: string | null,
  ): Promise<Date | null>;
  /** News by when it was seen: distinct stories of each window, each at its first article; `hits`: those of the subject. */
  findStoryArrivals(query: ArrivalQuery): Promise<{ all: Arrival[]; hits: Arrival[] }>;
  /** News by when it was seen: articles of each window whose framing counts (of the topic, where one is named), and frames. */
  findFramingArrivals(query: ArrivalQuery): Promise<Arrival[]>;
  /** Checks from an instant on, oldest first, without those that succeeded and brought nothing after another success. */
  findTellingChecks(from: Date): Promise<PastCheck[]>;
  /** Since when each outlet is collected: its feeds' first poll, or where it has no feed, its first article. */
  findKnownSince(outletIds: readonly string[]): Promise<Map<string, Date>>;
  /** Days of a zone, such as 2026-05-12, on which a feed under the scope was reached; and since when checks are kept. */
  findReachedDays(
    scope: Pick<RuleScope, 'outlets' | 'groups'>,
    from: Date,
    timeZone: string,
  ): Promise<{ days: Set<string>; since: Date | null }>;
}

const DAY_MS = 86_400_000;

export function ruleHistoryRepository({ sql }: Database): RuleHistoryRepository {
  return {
    async findNews(scope, from, to, oldestMs, limit) {
      // A date is taken as stated up to a day after the article was seen.
      const { rows } = await raw<PastArticle>`
        select a.id, a.title, o.name as outlet, f.outlet_id, o.outlet_group, f.language, f.counted_at, a.first_seen_at,
          f.story_id, f.topics, f.frames, f.revision > 1 as edited, c.id as classification_id, c.relevance_score
        from trend_fact f join article a on a.id = f.article_id join outlet o on o.id = f.outlet_id
          left join classification c on c.article_id = f.article_id and c.model_id = f.model_id and c.revision = f.revision
        where f.model_id = ${scope.modelId} and f.relevant
          and f.counted_at >= ${new Date(from.getTime() - oldestMs)} and f.counted_at < ${new Date(to.getTime() + DAY_MS)}
          and a.is_news and a.first_seen_at >= ${from} and a.first_seen_at < ${to}
          and a.first_seen_at - a.counted_at <= make_interval(secs => ${oldestMs / 1000})
          and ${labelCondition(scope)} and ${outletCondition(scope)} and ${languageCondition(scope)}
        order by a.first_seen_at desc, a.id desc limit ${limit}`.execute(sql);
      return rows;
    },

    async findTexts(ids) {
      const { rows } = await raw<{ id: string; text: string }>`
        select id, text from article where id = any(${ids}::bigint[])`.execute(sql);
      return new Map(rows.map(({ id, text }) => [id, text]));
    },

    async findAlertedAs(ids) {
      const { rows } = await raw<{ id: string; alerted_as: string[] }>`
        select id, alerted_as from story where id = any(${ids}::bigint[])`.execute(sql);
      return new Map(rows.map((row) => [row.id, row.alerted_as.map(String)]));
    },

    async findCoverage(scope, from, to) {
      const { rows } = await raw<PastCoverage>`
        select f.article_id, f.outlet_id, subject.topic, f.counted_at, a.first_seen_at, a.is_news, f.language
        from trend_fact f join article a on a.id = f.article_id join outlet o on o.id = f.outlet_id
          cross join lateral ${subjects(scope)} as subject(topic)
        where f.model_id = ${scope.modelId} and f.relevant and f.counted_at >= ${from} and f.counted_at < ${to}
          and ${labelCondition(scope)} and ${outletCondition(scope)}`.execute(sql);
      return rows;
    },

    async findLastCoverage(scope, before) {
      const { rows } = await raw<{ outlet_id: string; topic: string | null; counted_at: Date }>`
        select f.outlet_id, subject.topic, max(f.counted_at) as counted_at
        from trend_fact f join outlet o on o.id = f.outlet_id
          cross join lateral ${subjects(scope)} as subject(topic)
        where f.model_id = ${scope.modelId} and f.relevant and f.counted_at < ${before}
          and ${labelCondition(scope)} and ${outletCondition(scope)}
        group by 1, 2`.execute(sql);
      return rows;
    },

    async findCoverageBefore(modelId, { id, outletId, firstSeenAt }, topic) {
      const { rows } = await raw<{ counted_at: Date }>`
        select f.counted_at from trend_fact f join article a on a.id = f.article_id
        where f.model_id = ${modelId} and f.relevant and f.outlet_id = ${outletId}
          and ${topic === null ? raw`true` : raw`f.topics @> array[${topic}]::text[]`}
          and (a.first_seen_at, a.id) < (${firstSeenAt}::timestamptz, ${id}::bigint)
        order by f.counted_at desc limit 1`.execute(sql);
      return rows[0]?.counted_at ?? null;
    },

    async findStoryArrivals(query) {
      const { rows } = await raw<ArrivalRow & { hit: boolean }>`
        with story as (
          select ${slotOf(query)} as slot, min(a.first_seen_at) as at,
            min(a.first_seen_at) filter (where ${isHit(query)}) as hit_at
          from trend_fact f join article a on a.id = f.article_id join outlet o on o.id = f.outlet_id
          where ${newsIn(query)} group by 1, coalesce(f.story_id, -f.article_id))
        select slot, '' as key, false as hit, ${binOf(raw`at`, query)} as bin, count(*) as n from story group by 1, bin
        union all
        select slot, '', true, ${binOf(raw`hit_at`, query)} as bin, count(*) from story where hit_at is not null
        group by 1, bin`.execute(sql);
      const arrivals = (hit: boolean): Arrival[] => rows.filter((row) => row.hit === hit).map(arrivalOf);
      return { all: arrivals(false), hits: arrivals(true) };
    },

    async findFramingArrivals(query) {
      const topic = query.topic === undefined ? raw`true` : raw`f.topics @> array[${query.topic}]::text[]`;
      const { rows } = await raw<ArrivalRow>`
        with judged as (
          select ${slotOf(query)} as slot, ${binOf(raw`a.first_seen_at`, query)} as bin, f.frames
          from trend_fact f join article a on a.id = f.article_id join outlet o on o.id = f.outlet_id
          where ${newsIn(query)} and f.in_framing and ${topic})
        select slot, '' as key, bin, count(*) as n from judged group by 1, bin
        union all select slot, frame, bin, count(*) from judged, unnest(frames) as frame group by 1, 2, bin`.execute(
        sql,
      );
      return rows.map(arrivalOf);
    },

    async findTellingChecks(from) {
      const { rows } = await raw<PastCheck>`
        select feed_id, at, outcome, new_entries, failing, error from (
          select c.*, lag(outcome) over (partition by feed_id order by id) as last from feed_check c where at >= ${from}) x
        where outcome not in ('fetched', 'unchanged', 'pushed') or new_entries > 0
          or coalesce(last, '') not in ('fetched', 'unchanged', 'pushed')
        order by at, id`.execute(sql);
      return rows;
    },

    async findKnownSince(outletIds) {
      const { rows } = await raw<{ id: string; at: Date | null }>`
        select o.id, coalesce(
          (select min(fd.first_polled_at) from feed fd where fd.outlet_id = o.id),
          (select min(a.first_seen_at) from article a where a.outlet_id = o.id)) as at
        from outlet o where o.id = any(${outletIds}::bigint[])`.execute(sql);
      return new Map(rows.flatMap(({ id, at }) => (at === null ? [] : [[id, at] as const])));
    },

    async findReachedDays(scope, from, timeZone) {
      const { rows } = await raw<{ day: string }>`
        select distinct to_char(c.at at time zone ${timeZone}, 'YYYY-MM-DD') as day
        from feed_check c join feed fd on fd.id = c.feed_id join outlet o on o.id = fd.outlet_id
        where c.at >= ${from} and c.outcome in ('fetched', 'unchanged', 'pushed')
          and ${outletCondition(scope)}`.execute(sql);
      const { rows: first } = await raw<{ at: Date }>`
        select at from feed_check order by id limit 1`.execute(sql);
      return { days: new Set(rows.map(({ day }) => day)), since: first[0]?.at ?? null };
    },
  };
}

/** The topics asked for that an article carries, each on a row of its own; without any asked for, the beat: one row, null. */
function subjects({ topics }: RuleScope): RawBuilder<unknown> {
  return topics === undefined
    ? raw`(values (null::text))`
    : raw`(select t from unnest(f.topics) as t where t = any(${topics}::text[]))`;
}

function labelCondition({ topics, frames }: RuleScope): RawBuilder<boolean> {
  return raw<boolean>`(${topics === undefined ? raw`true` : raw`f.topics && ${topics}::text[]`}
    and ${frames === undefined ? raw`true` : raw`f.frames && ${frames}::text[]`})`;
}

function outletCondition({ outlets, groups }: Pick<RuleScope, 'outlets' | 'groups'>): RawBuilder<boolean> {
  return raw<boolean>`(${
    outlets === undefined
      ? raw`true`
      : raw`lower(normalize(o.name, NFKC)) = any(${outlets.map((name) => name.normalize('NFKC').toLowerCase())}::text[])`
  } and ${groups === undefined ? raw`true` : raw`o.outlet_group = any(${groups}::text[])`})`;
}

const languageCondition = ({ languages }: RuleScope): RawBuilder<boolean> =>
  languages === undefined ? raw<boolean>`true` : raw<boolean>`f.language = any(${languages}::text[])`;

interface ArrivalRow {
  slot: number;
  key: string;
  bin: Date;
  n: string;
}

const arrivalOf = ({ slot, key, bin, n }: ArrivalRow): Arrival => ({ slot, key, at: bin, count: Number(n) });

const slotOf = ({ boundaries }: ArrivalQuery): RawBuilder<number> =>
  raw<number>`width_bucket(f.counted_at, ${boundaries.map((b) => b.toISOString())}::timestamptz[]) - 1`;

const binOf = (at: RawBuilder<unknown>, { binMs }: ArrivalQuery): RawBuilder<Date> =>
  raw<Date>`date_bin(make_interval(secs => ${binMs / 1000}), ${at}, timestamptz '2000-01-01')`;

function isHit({ topic, frame }: ArrivalQuery): RawBuilder<boolean> {
  return raw<boolean>`(f.relevant and ${topic === undefined ? raw`true` : raw`f.topics @> array[${topic}]::text[]`}
    and ${frame === undefined ? raw`true` : raw`f.frames @> array[${frame}]::text[]`})`;
}

function newsIn({ modelId, from, to, group, language }: ArrivalQuery): RawBuilder<boolean> {
  return raw<boolean>`(f.model_id = ${modelId} and f.counted_at >= ${from} and f.counted_at < ${to} and a.is_news
    and ${group === undefined ? raw`true` : raw`o.outlet_group = ${group}`}
    and ${language === undefined ? raw`true` : raw`f.language = ${language}`})`;
}
