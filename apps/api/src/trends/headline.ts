import { type Headline, idSchema } from '@framewatch/contracts';
import type { CountQuery, TrendFilter } from '@framewatch/store';
import { cutBuckets } from '@framewatch/trends';
import { z } from 'zod';
import { invalid } from '../http/problem.ts';
import type { ApiContext } from '../runtime/api-context.ts';
import { movedFrame, type PeriodCounts, whoWasAway } from './compare-periods.ts';

export const headlineQuerySchema = z.object({
  beat: z.string(),
  days: z.coerce.number().int().min(1).max(1_000).default(30),
  tz: z.string().default('UTC'),
  outlet: idSchema.optional(),
});
export type HeadlineQuery = z.infer<typeof headlineQuerySchema>;

/** What the overview says in one sentence: the last days up to now, against as many days before at the same hour. */
export async function answerHeadline(
  { beats, store, now }: ApiContext,
  { beat, days, tz, outlet }: HeadlineQuery,
): Promise<Headline> {
  const { active } = await beats.find(beat);
  const period = lastDays(days, tz, now());
  const before = { from: shifted(period.from, -days), to: shifted(period.to, -days) };
  if (!active) return { ...NOTHING, days, whyNoChange: 'the model is not ready yet' };
  const under = { modelId: active.id, outletId: outlet };
  const [current, previous] = await Promise.all([
    countPeriod(store, { ...period, ...under }),
    countPeriod(store, { ...before, ...under }),
  ]);
  const both = { from: before.from, to: period.to, ...under };
  const whyNoChange = await whyNotCompared(store, both, previous.relevant);
  return {
    days,
    relevant: current.relevant,
    outlets: current.outlets,
    relevantBefore: previous.relevant,
    change: whyNoChange === null ? current.relevant / previous.relevant - 1 : null,
    whyNoChange,
    movedFrame: whyNoChange === null ? movedFrame(current, previous) : null,
  };
}

const NOTHING: Headline = {
  days: 0,
  relevant: 0,
  outlets: 0,
  relevantBefore: 0,
  change: null,
  whyNoChange: null,
  movedFrame: null,
};

/** From the start of the first of so many local days, today included, until now. */
function lastDays(days: number, tz: string, now: Date): { from: Date; to: Date } {
  try {
    const today = dayAround(now, tz);
    // Noon keeps clear of the hours that daylight saving moves.
    const noon = new Date(today.getTime() + 12 * 3_600_000);
    return { from: dayAround(shifted(noon, 1 - days), tz), to: now };
  } catch (error) {
    if (error instanceof RangeError) throw invalid([{ field: 'tz', message: `"${tz}" is no time zone.` }]);
    throw error;
  }
}

function dayAround(at: Date, tz: string): Date {
  return cutBuckets(at, new Date(at.getTime() + 1), 'day', tz)[0]?.start ?? at;
}

const shifted = (at: Date, days: number): Date => new Date(at.getTime() + days * 86_400_000);

async function countPeriod(store: ApiContext['store'], filter: TrendFilter): Promise<PeriodCounts> {
  const base = { ...filter, of: 'articles' as const, boundaries: [filter.from, filter.to] };
  const coverage: CountQuery = { ...base, chart: 'coverage', by: 'outlet' };
  const framing: CountQuery = { ...base, chart: 'framing', by: 'frame' };
  const [outlets, frames, framed] = await Promise.all([
    store.trends.countNumerators(coverage),
    store.trends.countNumerators(framing),
    store.trends.countDenominators(framing),
  ]);
  return {
    relevant: outlets.reduce((sum, { count }) => sum + count, 0),
    outlets: outlets.length,
    framed: framed[0]?.count ?? 0,
    frames: new Map(frames.map(({ key, count }) => [key, count])),
  };
}

async function whyNotCompared(
  store: ApiContext['store'],
  both: TrendFilter,
  relevantBefore: number,
): Promise<string | null> {
  const knownFrom = await store.trends.findKnownFrom(both);
  if (knownFrom === null || knownFrom > both.from) return 'there is no history so far back';
  const [gaps, watched] = await Promise.all([store.trends.findGaps(both), store.trends.findWatched(both)]);
  return (
    whoWasAway(gaps, watched.length, both) ?? (relevantBefore === 0 ? 'nothing was relevant before' : null)
  );
}
