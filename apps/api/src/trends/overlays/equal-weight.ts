import type { EqualWeightOverlay } from '@framewatch/contracts';
import type { CountRow } from '@framewatch/store';
import { equalWeight, FEWEST_OF_OUTLET } from '@framewatch/trends';
import { filterOf } from '../answer-trend.ts';
import { type AskedChart, limitsOf } from '../asked-chart.ts';

/** The mean of the outlets' own shares for each series, bucket and in all. */
export async function equalWeightOf(asked: AskedChart): Promise<EqualWeightOverlay> {
  const { context, plain } = asked;
  const counts = await Promise.all(plain.series.map(({ key }) => countOutlets(asked, key)));
  const names = new Map([...(await context.store.feeds.findOutletIds())].map(([name, id]) => [id, name]));
  const articles = new Map<string, number>();
  for (const { whole } of counts)
    for (const { key, count } of whole.denominators)
      articles.set(key, Math.max(articles.get(key) ?? 0, count));
  const outlets = [...articles]
    .map(([id, n]) => ({ id, name: names.get(id) ?? `Outlet ${id}`, articles: n }))
    .sort((a, b) => b.articles - a.articles);
  return {
    minimum: FEWEST_OF_OUTLET,
    counted: outlets.filter((outlet) => outlet.articles >= FEWEST_OF_OUTLET),
    tooFew: outlets.filter((outlet) => outlet.articles < FEWEST_OF_OUTLET),
    series: plain.series.map(({ key, points }, i) => ({
      key,
      points: points.map((point, slot) => point && weighed(counts[i]?.slots, slot)),
      total: weighed(counts[i]?.whole, 0),
    })),
  };
}

interface OutletCounts {
  numerators: CountRow[];
  denominators: CountRow[];
}

/** The numbers of one series, taken apart by outlet. */
async function countOutlets(
  asked: AskedChart,
  key: string,
): Promise<{ slots: OutletCounts; whole: OutletCounts }> {
  const { context, chart, query, modelId, plain } = asked;
  const boundaries = limitsOf(plain);
  const narrowed = query.by === 'none' ? query : { ...query, [query.by]: key };
  const filter = filterOf(narrowed, modelId, boundaries);
  const count = async (limits: Date[]): Promise<OutletCounts> => {
    const asking = { ...filter, chart, by: 'outlet' as const, of: query.of, boundaries: limits };
    const { trends } = context.store;
    const [numerators, denominators] = await Promise.all([
      trends.countNumerators(asking),
      trends.countDenominators(asking),
    ]);
    return { numerators, denominators };
  };
  const [slots, whole] = await Promise.all([count(boundaries), count([filter.from, filter.to])]);
  return { slots, whole };
}

function weighed(counts: OutletCounts | undefined, slot: number) {
  const hits = new Map(counts?.numerators.map((row) => [`${row.slot} ${row.key}`, row.count]));
  const found = equalWeight(
    (counts?.denominators ?? [])
      .filter((row) => row.slot === slot)
      .map(({ key, count }) => ({ outlet: key, hits: hits.get(`${slot} ${key}`) ?? 0, n: count })),
  );
  return found && { share: found.share, low: found.low, high: found.high, outlets: found.outlets.length };
}
