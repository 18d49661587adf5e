import { type Headline, idSchema } from '@framewatch/contracts';
import type { CountQuery, TrendFilter } from '@framewatch/store';
import { cutBuckets, twoProportionZ } from '@framewatch/trends';
import { z } from 'zod';
import { invalid } from '../http/problem.ts';
import type { ApiContext } from '../runtime/api-context.ts';

export const headlineQuerySchema = z.object({
  beat: z.string(),
  days: z.coerce.number().int().min(1).max(1_000).default(30),
  tz: z.string().default('UTC'),
  outlet: idSchema.optional(),
});
export type HeadlineQuery = z.infer<typeof headlineQuerySchema>;

/** Two-sided 95 %: what chance alone does once in twenty looks is not told as a move. */
const MOVED_Z = 1.96;
/** A share of fewer articles than this is no share. */
const FEWEST_FRAMED = 10;

/** What the overview says in one sentence: the last days up to now, against as many days before at the same hour. */
export async function answerHeadline(
  { beats, store, now }: ApiContext,
  { beat, days, tz, outlet }: HeadlineQuery,
): Promise<Headline> {
  const { active } = await beats.find(beat);
  const period = lastDays(days, tz, now());
  const before = { from: shifted(period.from, -days), to: shifted(period.to, -days) };
  if (!active) return { ...NOTHING, days, whyNoChange: 'the model is not ready yet' };
  const filters = [period, before].map(
    (range): TrendFilter => ({ ...range, modelId: active.id, outletId: outlet }),
  );
  const [current, previous] = await Promise.all(filters.map((filter) => countPeriod(store, filter)));
  if (!current || !previous) throw new Error('two periods give two counts');
  const whyNoChange = await whyNotCompared(
    store,
    { ...filters[1]!, to: period.to },
    previous.relevant,
    before.from,
  );
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

interface PeriodCounts {
  relevant: number;
  outlets: number;
  framed: number;
  frames: Map<string, number>;
}

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
  from: Date,
): Promise<string | null> {
  const knownFrom = await store.trends.findKnownFrom(both);
  if (knownFrom === null || knownFrom > from) return 'there is no history so far back';
  const gaps = await store.trends.findGaps(both);
  const outlets = [...new Set(gaps.map(({ outlet }) => outlet))];
  if (outlets.length > 0)
    return `${outlets.slice(0, 2).join(', ')}${outlets.length > 2 ? ` and ${outlets.length - 2} more` : ''} could not be reached for part of the time`;
  return relevantBefore === 0 ? 'nothing was relevant before' : null;
}

function movedFrame(now: PeriodCounts, before: PeriodCounts): Headline['movedFrame'] {
  if (now.framed < FEWEST_FRAMED || before.framed < FEWEST_FRAMED) return null;
  const moves = [...new Set([...now.frames.keys(), ...before.frames.keys()])].map((frame) => {
    const [hits, hitsBefore] = [now.frames.get(frame) ?? 0, before.frames.get(frame) ?? 0];
    return {
      frame,
      hits,
      hitsBefore,
      z: Math.abs(twoProportionZ(hits, now.framed, hitsBefore, before.framed)),
    };
  });
  const most = moves.sort((a, b) => b.z - a.z)[0];
  if (!most || most.z <= MOVED_Z) return null;
  return {
    frame: most.frame,
    shareBefore: most.hitsBefore / before.framed,
    shareNow: most.hits / now.framed,
    n: now.framed,
    nBefore: before.framed,
  };
}
