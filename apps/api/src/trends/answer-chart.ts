import type { TrendAnswer, TrendQuery } from '@framewatch/contracts';
import type { ApiContext } from '../runtime/api-context.ts';
import { answerTrend, type Chart } from './answer-trend.ts';
import { type AskedChart, checkAsked } from './asked-chart.ts';
import { adjustedOf } from './overlays/adjusted.ts';
import { comparedOf } from './overlays/compared.ts';
import { equalWeightOf } from './overlays/equal-weight.ts';
import { withStoryBands } from './overlays/story-bands.ts';
import { withVoice } from './overlays/voice.ts';

/** The answer of one chart with everything that was asked beside it: an earlier period, equal weights, adjusted shares. */
export async function answerChart(
  context: ApiContext,
  chart: Chart,
  query: TrendQuery,
): Promise<TrendAnswer> {
  checkAsked(chart, query);
  const { active } = await context.beats.find(query.beat);
  const plain = await answerTrend(context, chart, query);
  if (!active) return plain;
  const asked: AskedChart = { context, chart, query, modelId: active.id, plain };
  const answer = await withStoryBands(asked, await withVoice(asked));
  const [compared, equalWeight, adjusted] = await Promise.all([
    query.compare === 'none'
      ? undefined
      : comparedOf(asked, answer, (other) => answerChart(context, chart, other)),
    query.weight === 'articles' ? undefined : equalWeightOf(asked),
    query.adjusted === 'no' ? undefined : adjustedOf(asked),
  ]);
  return {
    ...answer,
    ...(compared && { compared }),
    ...(equalWeight && { equalWeight }),
    ...(adjusted && { adjusted }),
  };
}
