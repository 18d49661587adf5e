import type {
  ArticleDetail,
  Bucket,
  Headline,
  Heatmap,
  TrendAnswer,
  TrendPoint,
} from '@framewatch/contracts';
import { addDays, dayOf, firstDayOf, startOfDay } from '../src/api/zone.ts';
import { beat, outlets } from './synthetic.ts';

/** Made-up trend answers, counted from the made-up articles; one outlet missing for days, and one night blind. */
export function makeTrend(
  chart: 'coverage' | 'framing',
  parameters: URLSearchParams,
  articles: readonly ArticleDetail[],
  now: Date,
): TrendAnswer {
  const from = parameters.get('from') ?? now.toISOString();
  const to = parameters.get('to') ?? now.toISOString();
  const tz = parameters.get('tz') ?? 'UTC';
  const size = (parameters.get('bucket') ?? 'day') as Bucket;
  const by = parameters.get('by') === 'topic' ? 'topic' : 'frame';
  const starts = startsOf(from, to, size, tz);
  const buckets = starts.slice(0, -1).map((start, index) => {
    const end = starts[index + 1] ?? to;
    return {
      start,
      end,
      label: dayOf(new Date(start), tz),
      incomplete: end > now.toISOString(),
      gaps: index > 8 && index < 12 ? [0] : [],
      blind: index === 5 && size === 'day',
    };
  });
  const keys =
    chart === 'coverage' ? ['all'] : beat.labels.filter(({ kind }) => kind === by).map(({ id }) => id);
  const count = (start: string, end: string, key: string): TrendPoint => {
    const within = articles.filter(({ countedAt }) => start <= countedAt && countedAt < end);
    const relevant = within.filter(({ relevance }) => relevance.decision === 'yes');
    if (chart === 'coverage') return point(relevant.length, within.length);
    return point(relevant.filter((article) => has(article, key)).length, relevant.length);
  };
  return {
    beat: beat.id,
    modelVersion: 'synthetic-1',
    bucket: size,
    tz,
    by: chart === 'coverage' ? 'none' : by,
    of: 'articles',
    from,
    to,
    denominatorIs: chart === 'coverage' ? 'all articles collected' : 'relevant articles',
    buckets,
    series: keys.map((key) => ({
      key,
      name: key,
      points: buckets.map(({ start, end, blind }) => (blind ? null : count(start, end, key))),
      total: count(from, to, key),
    })),
    left: 0,
    gaps: [
      {
        feedId: '4',
        outlet: outlets[3][0],
        from: buckets[9]?.start ?? from,
        to: buckets[12]?.start ?? null,
        reason: 'HTTP 503',
      },
    ],
    notes: [{ at: buckets[15]?.start ?? from, kind: 'note', text: 'A made-up state visit' }],
    synthetic: true,
  };
}

export function makeHeatmap(articles: readonly ArticleDetail[]): Heatmap {
  const frames = beat.labels.filter(({ kind }) => kind === 'frame').map(({ id }) => id);
  return {
    frames,
    rows: outlets.map(([outlet, , group], index) => {
      const own = articles.filter(
        (article) => article.outlet.id === String(index + 1) && article.relevance.decision === 'yes',
      );
      return {
        outletId: String(index + 1),
        outlet,
        group,
        relevant: own.length,
        counts: frames.map((frame) => own.filter((article) => has(article, frame)).length),
      };
    }),
  };
}

export function makeHeadline(days: number): Headline {
  return {
    days,
    relevant: 128,
    outlets: 8,
    relevantBefore: 105,
    change: 0.22,
    whyNoChange: null,
    movedFrame: { frame: 'burden_sharing', shareBefore: 0.08, shareNow: 0.19, n: 128, nBefore: 105 },
  };
}

function has(article: ArticleDetail, key: string): boolean {
  return article.labels.some(({ labelId, decision }) => labelId === key && decision === 'yes');
}

/** Wilson score interval, 95 %. */
function point(numerator: number, denominator: number): TrendPoint {
  if (denominator === 0) return { numerator, denominator, share: null, low: null, high: null };
  const [z, p] = [1.96, numerator / denominator];
  const middle = (p + (z * z) / (2 * denominator)) / (1 + (z * z) / denominator);
  const half =
    (z * Math.sqrt((p * (1 - p)) / denominator + (z * z) / (4 * denominator * denominator))) /
    (1 + (z * z) / denominator);
  return {
    numerator,
    denominator,
    share: p,
    low: Math.max(0, middle - half),
    high: Math.min(1, middle + half),
  };
}

function startsOf(from: string, to: string, size: Bucket, tz: string): string[] {
  if (size === 'hour') {
    const hours: string[] = [];
    for (let at = Date.parse(from); at <= Date.parse(to); at += 3_600_000)
      hours.push(new Date(at).toISOString());
    return hours;
  }
  const starts: string[] = [];
  let current = firstDayOf(size, dayOf(new Date(from), tz));
  while (startOfDay(current, tz).toISOString() < to) {
    starts.push(startOfDay(current, tz).toISOString());
    current =
      size === 'day' ? addDays(current, 1) : firstDayOf(size, addDays(current, size === 'week' ? 7 : 32));
  }
  return [...starts, to];
}
