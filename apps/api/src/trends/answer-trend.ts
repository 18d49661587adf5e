import type { TrendAnswer, TrendQuery } from '@framewatch/contracts';
import type { ChartCounts, CountQuery, LoadNote, TrendFilter } from '@framewatch/store';
import { assembleTrend, cutBuckets } from '@framewatch/trends';
import { invalid } from '../http/problem.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import type { ModelView } from '../runtime/beat-catalog.ts';
import { readSettings } from '../runtime/settings.ts';
import { seriesNames } from './series-names.ts';
import { trendNotes } from './trend-notes.ts';

export type Chart = 'coverage' | 'framing';

/**
 * The answer of one chart. The range is widened to whole buckets, so that every point counts exactly the articles
 * between its bucket's limits, and the list behind a point is as long as the point is high.
 */
export async function answerTrend(
  context: ApiContext,
  chart: Chart,
  query: TrendQuery,
): Promise<TrendAnswer> {
  const { beats, store, now } = context;
  const beat = await beats.find(query.beat);
  const buckets = cut(query);
  const [from, to] = [buckets[0]?.start ?? new Date(query.from), buckets.at(-1)?.end ?? new Date(query.to)];
  const known = beat.active ? await countAll(context, chart, query, beat.active, buckets) : NOTHING_KNOWN;
  const seeds = (beat.active ?? beat.preparing)?.seeds;
  const { synthetic } = await readSettings(store);
  const answer = assembleTrend({
    beat: beat.id,
    modelVersion: beat.active?.version ?? null,
    bucket: query.bucket,
    tz: query.tz,
    by: query.by,
    of: query.of,
    from,
    to,
    now: now(),
    denominatorIs: denominatorIs(chart, query.of),
    buckets,
    names: seeds
      ? seriesNames(query.by, rankOf(known), seeds, await outletNames(context, query)).filter(isWanted(query))
      : [],
    ...known,
    hasImports: known.loads.length > 0,
    notes: trendNotes({ buckets, models: known.models, watched: known.watched, loads: known.loads }),
    synthetic,
  });
  return { ...answer, left: known.left };
}

/** The limits of a chart's buckets. Throws a problem where the zone or the range cannot be. */
export function cut(query: Pick<TrendQuery, 'from' | 'to' | 'bucket' | 'tz'>) {
  try {
    return cutBuckets(new Date(query.from), new Date(query.to), query.bucket, query.tz);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const field = isZone(query.tz) ? 'from' : 'tz';
    throw invalid([{ field, message: field === 'tz' ? `"${query.tz}" is no time zone.` : error.message }]);
  }
}

function isZone(tz: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: tz }));
  } catch {
    return false;
  }
}

type Trends = ApiContext['store']['trends'];

/** What the store knows of one chart. */
interface Known extends ChartCounts {
  gaps: Awaited<ReturnType<Trends['findGaps']>>;
  watched: Awaited<ReturnType<Trends['findWatched']>>;
  knownFrom: Date | null;
  models: Awaited<ReturnType<Trends['findModelChanges']>>;
  loads: LoadNote[];
}

/** A beat without a model has classified nothing. */
const NOTHING_KNOWN: Known = {
  numerators: [],
  denominators: [],
  totalNumerators: [],
  totalDenominators: [],
  left: 0,
  gaps: [],
  watched: [],
  knownFrom: null,
  models: [],
  loads: [],
};

async function countAll(
  { store }: ApiContext,
  chart: Chart,
  query: TrendQuery,
  model: ModelView,
  buckets: { start: Date; end: Date }[],
): Promise<Known> {
  const boundaries = [...buckets.map(({ start }) => start), ...buckets.slice(-1).map(({ end }) => end)];
  const filter = filterOf(query, model.id, boundaries);
  const slots: CountQuery = { ...filter, chart, by: query.by, of: query.of, boundaries };
  const { trends } = store;
  const wanted = isWanted(query);
  const [counts, gaps, watched, knownFrom, models, loads] = await Promise.all([
    trends.countChart(slots, query.most),
    trends.findGaps(filter),
    trends.findWatched(filter),
    trends.findKnownFrom(filter),
    trends.findModelChanges(query.beat, filter.from, filter.to),
    store.loads.findNotes(filter),
  ]);
  return {
    ...counts,
    numerators: counts.numerators.filter(wanted),
    totalNumerators: counts.totalNumerators.filter(wanted),
    gaps,
    watched,
    knownFrom,
    models,
    loads,
  };
}

/** A chart's filters as the store takes them. */
export function filterOf(
  query: Pick<TrendQuery, 'topic' | 'frame' | 'outlet' | 'group' | 'country' | 'language'>,
  modelId: string,
  boundaries: readonly Date[],
): TrendFilter {
  const { topic, frame, outlet, group, country, language } = query;
  const [from, to] = [boundaries[0] ?? new Date(0), boundaries.at(-1) ?? new Date(0)];
  return { modelId, from, to, topic, frame, outletId: outlet, group, country, language };
}

/**
 * Where the chart's own dimension is filtered, only that series is left: articles carry several labels, and a list
 * that is opened from a point asks for one.
 */
function isWanted(query: TrendQuery): (row: { key: string }) => boolean {
  const wanted = query.by === 'none' ? undefined : query[query.by];
  return ({ key }) => wanted === undefined || key === wanted;
}

/** Every key that something was collected for, with what was found; an outlet with nothing of it is a line at zero. */
function rankOf({ totalNumerators, totalDenominators }: Known): { key: string; count: number }[] {
  const counts = new Map([
    ...totalDenominators.map(({ key }) => [key, 0] as const),
    ...totalNumerators.map(({ key, count }) => [key, count] as const),
  ]);
  return [...counts].map(([key, count]) => ({ key, count }));
}

async function outletNames({ store }: ApiContext, { by }: TrendQuery): Promise<Map<string, string>> {
  if (by !== 'outlet') return new Map();
  return new Map([...(await store.feeds.findOutletIds())].map(([name, id]) => [id, name]));
}

function denominatorIs(chart: Chart, of: TrendQuery['of']): string {
  return chart === 'coverage'
    ? `${of} collected from the same feeds and dates`
    : `relevant ${of} with enough text to judge framing`;
}
