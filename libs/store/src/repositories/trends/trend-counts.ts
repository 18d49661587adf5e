import type { Database } from '../../database.ts';
import { compileQuestion, type OutletRow, type Question } from './compile-question.ts';
import { type Counts, countArticles, widthOf } from './count-articles.ts';
import { countHeatmap, type HeatRow } from './count-heatmap.ts';
import { countStories, type StoryCounts } from './count-stories.ts';
import { DAY_MS, type DaySheet } from './day-sheet.ts';
import type { DayKeeper, KnownDays } from './day-keeper.ts';
import { keepLargest } from './keep-largest.ts';
import {
  type ChartCounts,
  type CountQuery,
  type CountRow,
  isLabelDimension,
  type TrendFilter,
} from './trend-queries.ts';

export interface TrendCounts {
  /** A whole chart from one state of the archive; of outlets, groups, countries and languages at most so many series. */
  countChart(query: CountQuery, mostSeries: number): Promise<ChartCounts>;
  countNumerators(query: CountQuery): Promise<CountRow[]>;
  /** Where series are topics or frames, all have one denominator, under the empty key. */
  countDenominators(query: CountQuery): Promise<CountRow[]>;
  /** Outlets with what can be framed of theirs, the largest first. */
  findHeatmap(filter: TrendFilter): Promise<HeatRow[]>;
}

/** Counts from days as they are packed, in memory: a chart is one pass over the facts of its range. */
export function trendCounts({ pool }: Database, keeper: DayKeeper): TrendCounts {
  const findOutlets = async (): Promise<(OutletRow & { name: string })[]> => {
    const { rows } = await pool.query<OutletRow & { name: string }>({
      name: 'trend-outlets',
      text: 'select id::text, name, country, outlet_group from outlet',
    });
    return rows;
  };
  const readDays = ({ modelId, from, to }: TrendFilter): Promise<KnownDays> =>
    keeper.read(modelId, Math.floor(from.getTime() / DAY_MS), Math.floor((to.getTime() - 1) / DAY_MS));
  const ask = async (query: CountQuery) => {
    const [known, outlets] = await Promise.all([readDays(query), findOutlets()]);
    return { days: known.days, question: compileQuestion(query, outlets, known.classes) };
  };
  const count = async (query: CountQuery): Promise<{ question: Question; counts: Counts }> => {
    const { days, question } = await ask(query);
    const limits = limitsOf(query);
    return {
      question,
      counts:
        query.of === 'stories'
          ? countStories(days, limits, question).slots
          : countArticles(days, limits, question),
    };
  };
  return {
    async countChart(query, mostSeries) {
      const { days, question: whole } = await ask(query);
      const limits = limitsOf(query);
      const { question, left } = keepLargest(query, whole, mostSeries, () =>
        countArticles(days, [limits[0] ?? 0, limits.at(-1) ?? 0], whole),
      );
      const { slots, whole: total } = countBoth(days, limits, question, query.of);
      return {
        numerators: rowsOf(slots.numerators, question.keys),
        denominators: rowsOf(slots.denominators, denominatorKeys(query, question)),
        totalNumerators: rowsOf(total.numerators, question.keys),
        totalDenominators: rowsOf(total.denominators, denominatorKeys(query, question)),
        left,
      };
    },
    async countNumerators(query) {
      const { question, counts } = await count(query);
      return rowsOf(counts.numerators, question.keys);
    },
    async countDenominators(query) {
      const { question, counts } = await count(query);
      return rowsOf(counts.denominators, denominatorKeys(query, question));
    },
    async findHeatmap(filter) {
      const query: CountQuery = { ...filter, chart: 'framing', by: 'outlet', of: 'articles', boundaries: [] };
      const [known, outlets] = await Promise.all([readDays(filter), findOutlets()]);
      const question = compileQuestion(query, outlets, known.classes);
      return countHeatmap(known, [filter.from.getTime(), filter.to.getTime()], question, outlets);
    },
  };
}

/** Buckets reach no further than the range. */
const limitsOf = ({ boundaries, from, to }: CountQuery): number[] =>
  boundaries.map((limit) => Math.min(Math.max(limit.getTime(), from.getTime()), to.getTime()));

const denominatorKeys = ({ by }: CountQuery, { keys }: Question): readonly string[] =>
  isLabelDimension(by) ? keys.map(() => '') : keys;

/** Stories that go on over several buckets count once in the whole; articles are in one bucket each. */
function countBoth(
  days: readonly DaySheet[],
  limits: readonly number[],
  question: Question,
  of: CountQuery['of'],
): StoryCounts {
  if (of === 'stories') return countStories(days, limits, question);
  const slots = countArticles(days, limits, question);
  return { slots, whole: sumOf(slots, widthOf(question)) };
}

function sumOf(counts: Counts, width: number): Counts {
  const sum = (values: Int32Array): Int32Array => {
    const sums = new Int32Array(width);
    for (let at = 0; at < values.length; at += 1) (sums[at % width] as number) += values[at] as number;
    return sums;
  };
  return { numerators: sum(counts.numerators), denominators: sum(counts.denominators) };
}

/** Counts above zero, by bucket and series. */
function rowsOf(counts: Int32Array, keys: readonly string[]): CountRow[] {
  const width = Math.max(1, keys.length);
  const rows: CountRow[] = [];
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at] as number;
    if (count > 0) rows.push({ slot: Math.floor(at / width), key: keys[at % width] ?? '', count });
  }
  return rows;
}
