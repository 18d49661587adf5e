import { z } from 'zod';
import { instantSchema } from './articles.ts';

/** A feed that was not reached for a while: no news is known from it, which is not the same as no news. */
export const gapSchema = z.object({
  feedId: z.string(),
  outlet: z.string(),
  from: instantSchema,
  /** Null: still going on. */
  to: instantSchema.nullable(),
  reason: z.string(),
});
export type Gap = z.infer<typeof gapSchema>;

export const trendBucketSchema = z.object({
  start: instantSchema,
  end: instantSchema,
  /** The local day, hour, ISO week or month, such as `2026-05-03`, `2026-05-03T14`, `2026-W18`, `2026-05`. */
  label: z.string(),
  /** The bucket reaches past now or past the newest poll. */
  incomplete: z.boolean(),
  /** Indices into `gaps` of those that overlap this bucket. */
  gaps: z.array(z.number().int()),
  /** True where no feed at all was reached: points are null here. */
  blind: z.boolean(),
});
export type TrendBucket = z.infer<typeof trendBucketSchema>;

/** Numerator of denominator; the list behind a point is exactly its numerator's articles (or stories). */
export const trendPointSchema = z.object({
  numerator: z.number().int(),
  denominator: z.number().int(),
  /** numerator / denominator, or null where the denominator is 0 or nothing was reached. */
  share: z.number().nullable(),
  /** Interval of the share, 95 %: Wilson's score, or by story where the question asks for it. */
  low: z.number().nullable(),
  high: z.number().nullable(),
});
export type TrendPoint = z.infer<typeof trendPointSchema>;

export const trendSeriesSchema = z.object({
  key: z.string(),
  name: z.string(),
  /** Parallel to the answer's buckets; null is a gap. */
  points: z.array(trendPointSchema.nullable()),
  total: trendPointSchema,
});
export type TrendSeries = z.infer<typeof trendSeriesSchema>;
