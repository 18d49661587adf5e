import type { TrendAnswer } from '@framewatch/contracts';
import { pointOf } from '@framewatch/trends';
import { type AskedChart, populationOf } from '../asked-chart.ts';

/** The answer with numerators that count only articles whose frame is carried in the voice that was asked for. */
export async function withVoice(asked: AskedChart): Promise<TrendAnswer> {
  const { context, query, plain } = asked;
  if (query.voice === 'any') return plain;
  const { boundaries, ...filter } = populationOf(asked);
  const { framing } = context.store;
  const wanted = { ...filter, frame: query.frame };
  const [rows, totals] = await Promise.all([
    framing.countByVoice({ ...wanted, boundaries }, query.voice, query.of),
    framing.countByVoice({ ...wanted, boundaries: [filter.from, filter.to] }, query.voice, query.of),
  ]);
  const counted = new Map(rows.map(({ slot, key, count }) => [`${slot} ${key}`, count]));
  const counts = new Map(totals.map(({ key, count }) => [key, count]));
  const series = plain.series.map((one) => ({
    ...one,
    points: one.points.map(
      (point, slot) => point && pointOf(counted.get(`${slot} ${one.key}`) ?? 0, point.denominator),
    ),
    total: pointOf(counts.get(one.key) ?? 0, one.total.denominator),
  }));
  return { ...plain, series };
}
