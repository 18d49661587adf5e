import type {
  Bucket,
  Dimension,
  Gap,
  TrendAnswer,
  TrendBucket,
  TrendPoint,
  TrendSeries,
} from '@framewatch/contracts';
import { wilson } from '@framewatch/measures';
import type { CutBucket } from './buckets.ts';

/** Counts of one bucket (by its place) and one key. */
export interface SlotCount {
  slot: number;
  key: string;
  count: number;
}

/** When a feed was watched; `to` null: still is. */
export interface Watch {
  feedId: string;
  from: Date;
  to: Date | null;
}

export interface AssembleInput {
  beat: string;
  modelVersion: string | null;
  bucket: Bucket;
  tz: string;
  by: Dimension;
  of: 'articles' | 'stories';
  from: Date;
  to: Date;
  now: Date;
  denominatorIs: string;
  buckets: CutBucket[];
  /** Names of the series to draw, in order; keys with counts but without a name come after them under their key. */
  names: { key: string; name: string }[];
  numerators: SlotCount[];
  denominators: SlotCount[];
  totalNumerators: SlotCount[];
  totalDenominators: SlotCount[];
  gaps: { feedId: string; outlet: string; from: Date; to: Date | null; reason: string }[];
  watched: Watch[];
  /** Before this nothing is known at all: neither an article nor a poll. */
  knownFrom: Date | null;
  /** Articles of the range came by an import or a backfill: where nobody watched, it tells what is there and not what is missing. */
  hasImports: boolean;
  notes: TrendAnswer['notes'];
  synthetic: boolean;
}

/**
 * Puts counts, gaps and notes together into the answer of a chart. A bucket before anything was known, or one during
 * which no feed at all was reached and from which no article is known, has null points: a gap is not a zero.
 */
export function assembleTrend(input: AssembleInput): Omit<TrendAnswer, 'left'> {
  const numerators = tableOf(input.numerators);
  const denominators = tableOf(input.denominators);
  const spans = input.gaps.map(({ from, to }) => ({
    from: from.getTime(),
    to: (to ?? input.now).getTime(),
  }));
  const buckets = input.buckets.map((cut, slot) => markBucket(input, cut, denominators.any(slot), spans));
  const perKey = input.by !== 'none' && input.by !== 'topic' && input.by !== 'frame';
  const denominatorKey = (key: string): string => (perKey ? key : '');
  const totals = { n: tableOf(input.totalNumerators), d: tableOf(input.totalDenominators) };
  const series: TrendSeries[] = seriesKeys(input).map(({ key, name }) => ({
    key,
    name,
    points: buckets.map((bucket, slot) =>
      bucket.blind ? null : pointOf(numerators.get(slot, key), denominators.get(slot, denominatorKey(key))),
    ),
    total: pointOf(totals.n.get(0, key), totals.d.get(0, denominatorKey(key))),
  }));
  return {
    beat: input.beat,
    modelVersion: input.modelVersion,
    bucket: input.bucket,
    tz: input.tz,
    by: input.by,
    of: input.of,
    from: input.from.toISOString(),
    to: input.to.toISOString(),
    denominatorIs: input.denominatorIs,
    buckets,
    series,
    gaps: input.gaps.map(gapOf),
    notes: input.notes,
    synthetic: input.synthetic,
  };
}

/** One point: numerator of denominator, the share and its 95 % band. */
export function pointOf(numerator: number, denominator: number): TrendPoint {
  const band = wilson(numerator, denominator);
  return {
    numerator,
    denominator,
    share: denominator > 0 ? numerator / denominator : null,
    low: band?.low ?? null,
    high: band?.high ?? null,
  };
}

function markBucket(
  input: AssembleInput,
  { start, end, label }: CutBucket,
  hasArticles: boolean,
  /** The gaps in milliseconds: comparing dates takes ten times as long, and there are as many as feeds. */
  spans: readonly { from: number; to: number }[],
): TrendBucket {
  const until = end < input.now ? end : input.now;
  const [startMs, untilMs] = [start.getTime(), until.getTime()];
  const gaps: number[] = [];
  for (const [i, { from, to }] of spans.entries()) if (from < untilMs && to > startMs) gaps.push(i);
  return {
    start: start.toISOString(),
    end: end.toISOString(),
    label,
    incomplete: end > input.now,
    gaps,
    blind:
      !hasArticles &&
      (start >= input.now || isUnknown(input, start, until) || isUnwatched(input, start, until, gaps)),
  };
}

/** Nothing at all is known from before the first article and the first poll. */
function isUnknown({ knownFrom }: AssembleInput, _start: Date, until: Date): boolean {
  return knownFrom === null || until <= knownFrom;
}

/** Every feed that was watched in the bucket was in a gap for all of it; or none was, in a time that is known from imports alone. */
function isUnwatched(input: AssembleInput, start: Date, until: Date, gaps: number[]): boolean {
  const watching = input.watched.filter((w) => w.from < until && (w.to ?? input.now) > start);
  if (watching.length === 0) return input.hasImports;
  return watching.every((w) =>
    gaps.some((i) => {
      const gap = input.gaps[i];
      return gap?.feedId === w.feedId && gap.from <= later(start, w.from) && (gap.to ?? input.now) >= until;
    }),
  );
}

function seriesKeys(input: AssembleInput): { key: string; name: string }[] {
  const named = new Set(input.names.map((n) => n.key));
  const counted = new Set([...input.totalNumerators, ...input.totalDenominators].map((row) => row.key));
  const others = [...counted].filter((key) => !named.has(key) && key !== '').sort();
  return [...input.names, ...others.map((key) => ({ key, name: key }))];
}

function tableOf(rows: SlotCount[]) {
  const cells = new Map<string, number[]>();
  const filled = new Set<number>();
  for (const { slot, key, count } of rows) {
    const slots = cells.get(key) ?? [];
    cells.set(key, slots);
    slots[slot] = count;
    if (count > 0) filled.add(slot);
  }
  return {
    get: (slot: number, key: string): number => cells.get(key)?.[slot] ?? 0,
    any: (slot: number): boolean => filled.has(slot),
  };
}

const gapOf = (gap: AssembleInput['gaps'][number]): Gap => ({
  feedId: gap.feedId,
  outlet: gap.outlet,
  from: gap.from.toISOString(),
  to: gap.to?.toISOString() ?? null,
  reason: gap.reason,
});

const later = (a: Date, b: Date): Date => (a > b ? a : b);
