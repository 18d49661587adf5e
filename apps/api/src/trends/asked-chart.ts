import type { TrendAnswer, TrendQuery } from '@framewatch/contracts';
import type { TrendFilter } from '@framewatch/store';
import { invalid } from '../http/problem.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import { type Chart, filterOf } from './answer-trend.ts';

/** A chart with its plain answer, on which further readings are laid. */
export interface AskedChart {
  context: ApiContext;
  chart: Chart;
  query: TrendQuery;
  modelId: string;
  plain: TrendAnswer;
}

/** The instants between an answer's buckets, both ends included. */
export function limitsOf({ buckets }: TrendAnswer): Date[] {
  return [...buckets.map(({ start }) => start), ...buckets.slice(-1).map(({ end }) => end)].map(
    (at) => new Date(at),
  );
}

/** Who is counted below a chart of framing: its filters without the frame that the chart asks about. */
export function populationOf({ query, modelId, plain }: AskedChart): TrendFilter & { boundaries: Date[] } {
  const boundaries = limitsOf(plain);
  return { ...filterOf({ ...query, frame: undefined }, modelId, boundaries), boundaries };
}

/** Refuses what cannot be asked of a chart, saying what would be answered instead. */
export function checkAsked(chart: Chart, query: TrendQuery): void {
  const isByFrame = chart === 'framing' && query.by === 'frame';
  const isByArticle = query.of === 'articles';
  const problems = [
    query.voice !== 'any' &&
      !isByFrame && { field: 'voice', message: 'Voices are known in framing by frame: ask with by=frame.' },
    query.voice !== 'any' &&
      query.weight === 'outlets' && {
        field: 'voice',
        message: 'Outlets of equal weight are counted for any voice: leave out one of the two.',
      },
    query.adjusted === 'yes' &&
      !(isByFrame && isByArticle) && {
        field: 'adjusted',
        message: 'Shares are adjusted in framing by frame, over articles: ask with by=frame and of=articles.',
      },
    query.weight === 'outlets' &&
      query.by === 'outlet' && {
        field: 'weight',
        message: 'By outlet, each stands alone already: ask by something else.',
      },
  ].filter((problem) => problem !== false);
  if (problems.length > 0) throw invalid(problems);
}
