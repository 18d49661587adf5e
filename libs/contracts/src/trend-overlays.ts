import { z } from 'zod';
import { instantSchema } from './articles.ts';
import { gapSchema, trendBucketSchema, trendPointSchema, trendSeriesSchema } from './trend-points.ts';

/** A number with its 95 % interval. */
export const boundedSchema = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** Why a comparison has to be read with care. */
export const cautionSchema = z.enum([
  /** The current bucket is not over: it is left out of the totals, with its counterpart. */
  'incomplete',
  /** Buckets in which no feed was reached are left out, with their counterparts. */
  'blind',
  /** Some feeds were not reached for part of the time, now or then. */
  'gaps',
  /** Feeds were added or removed between the two. */
  'feeds-changed',
  /** Nothing is known of the earlier time. */
  'no-history',
  /** A Monday stands against another day of the week. */
  'weekdays',
  /** The earlier period reaches into the current one: the totals are not independent. */
  'overlap',
]);
export type Caution = z.infer<typeof cautionSchema>;

/** An earlier period beside the current one, bucket by bucket. */
export const comparedSchema = z.object({
  with: z.enum(['previous', 'year']),
  from: instantSchema,
  to: instantSchema,
  /** How far back, on the local calendar. */
  shift: z.object({
    months: z.number().int().optional(),
    days: z.number().int().optional(),
    hours: z.number().int().optional(),
  }),
  /** `against`: the place of the current bucket that each stands against; null where the calendar has none. */
  buckets: z.array(trendBucketSchema.extend({ against: z.number().int().nullable() })),
  /** Parallel to the answer's series; points parallel to these buckets. */
  series: z.array(trendSeriesSchema),
  gaps: z.array(gapSchema),
  /** Both periods over the buckets that are whole and known in both; null where there are none. */
  totals: z.array(
    z.object({
      key: z.string(),
      now: trendPointSchema.nullable(),
      before: trendPointSchema.nullable(),
      /** now - before, in shares. */
      difference: boundedSchema.nullable(),
      /** now / before, in shares; null where there was nothing before. */
      ratio: boundedSchema.nullable(),
    }),
  ),
  /** So many pairs of buckets are in the totals, of so many. */
  pairs: z.number().int(),
  ofPairs: z.number().int(),
  cautions: z.array(cautionSchema),
});
export type Compared = z.infer<typeof comparedSchema>;

const weighedSchema = z.object({
  share: z.number(),
  low: z.number(),
  high: z.number(),
  /** So many outlets had enough to be counted, each as much as any other. */
  outlets: z.number().int(),
});

/** Every outlet counting alike: the mean of their own shares. */
export const equalWeightSchema = z.object({
  /** An outlet with fewer articles in a bucket (or in all) is not counted there. */
  minimum: z.number().int(),
  /** The outlets that are counted in the totals, and those that have too few. */
  counted: z.array(z.object({ id: z.string(), name: z.string(), articles: z.number().int() })),
  tooFew: z.array(z.object({ id: z.string(), name: z.string(), articles: z.number().int() })),
  series: z.array(
    z.object({
      key: z.string(),
      points: z.array(weighedSchema.nullable()),
      total: weighedSchema.nullable(),
    }),
  ),
});
export type EqualWeightOverlay = z.infer<typeof equalWeightSchema>;

const estimateSchema = z.object({ share: z.number(), low: z.number(), high: z.number() });

/** Shares adjusted for the classifier's measured error; an estimate beside the count, never instead of it. */
export const adjustedSchema = z.object({
  series: z.array(
    z.object({
      key: z.string(),
      /** `calibrated`: adjusted. Otherwise why not: too few judged at random, or scores that do not tell apart. */
      status: z.enum(['calibrated', 'too-few', 'too-few-of-a-kind', 'not-told-apart']),
      /** Articles drawn at random and judged by editors, how many of them carry the label, and how many it takes. */
      judged: z.number().int(),
      positives: z.number().int(),
      needed: z.number().int(),
      points: z.array(estimateSchema.nullable()),
      total: estimateSchema.nullable(),
    }),
  ),
});
export type Adjusted = z.infer<typeof adjustedSchema>;
