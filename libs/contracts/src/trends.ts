import { z } from 'zod';
import { articleFilterSchema, instantSchema } from './articles.ts';

export const bucketSchema = z.enum(['hour', 'day', 'week', 'month']);
export type Bucket = z.infer<typeof bucketSchema>;

/** What the series of a chart stand for. */
export const dimensionSchema = z.enum(['none', 'topic', 'frame', 'outlet', 'group', 'country', 'language']);
export type Dimension = z.infer<typeof dimensionSchema>;

/** No chart has more series than this. */
export const MOST_SERIES = 1_000;

export const trendQuerySchema = articleFilterSchema.extend({
  from: instantSchema,
  to: instantSchema,
  bucket: bucketSchema.default('day'),
  /** An IANA zone in which days are cut. */
  tz: z.string().default('UTC'),
  by: dimensionSchema.default('none'),
  of: z.enum(['articles', 'stories']).default('articles'),
  /** Of outlets, groups, countries and languages, at most so many series: those with the most articles. */
  most: z.coerce.number().int().min(1).max(MOST_SERIES).default(12),
});
export type TrendQuery = z.infer<typeof trendQuerySchema>;

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
  /** Wilson score interval of the share, 95 %. */
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

export const trendNoteSchema = z.object({
  at: instantSchema,
  kind: z.enum(['model-change', 'feed-added', 'feed-removed', 'note']),
  text: z.string(),
});

/** The answer of `/api/trends/coverage` (share of all collected) and `/api/trends/framing` (share of relevant). */
export const trendAnswerSchema = z.object({
  beat: z.string(),
  modelVersion: z.string().nullable(),
  bucket: bucketSchema,
  tz: z.string(),
  by: dimensionSchema,
  of: z.enum(['articles', 'stories']),
  from: instantSchema,
  to: instantSchema,
  /** What the denominator counts, in words. */
  denominatorIs: z.string(),
  buckets: z.array(trendBucketSchema),
  series: z.array(trendSeriesSchema),
  /** So many further series were left out for being the smallest; `most` asks for more. */
  left: z.number().int(),
  gaps: z.array(gapSchema),
  notes: z.array(trendNoteSchema),
  synthetic: z.boolean(),
});
export type TrendAnswer = z.infer<typeof trendAnswerSchema>;

/** Outlet × frame: for each outlet its relevant articles and how many of them carry each frame. */
export const heatmapSchema = z.object({
  frames: z.array(z.string()),
  rows: z.array(
    z.object({
      outletId: z.string(),
      outlet: z.string(),
      group: z.string(),
      relevant: z.number().int(),
      counts: z.array(z.number().int()),
    }),
  ),
});
export type Heatmap = z.infer<typeof heatmapSchema>;
