import { z } from 'zod';
import { articleFilterSchema, carrierSchema, instantSchema } from './articles.ts';
import { adjustedSchema, comparedSchema, equalWeightSchema } from './trend-overlays.ts';
import { gapSchema, trendBucketSchema, trendSeriesSchema } from './trend-points.ts';

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
  /** Beside it the stretch just before, or the same one a year before (52 weeks, or twelve months). */
  compare: z.enum(['none', 'previous', 'year']).default('none'),
  /** `outlets`: beside the counts, the mean of the outlets' own shares. */
  weight: z.enum(['articles', 'outlets']).default('articles'),
  /** In framing by frame: whose words carry it. `own` and `reported` exclude each other. */
  voice: carrierSchema.default('any'),
  /** In framing by frame: `stories` draws bands by story, for one event told often is one event. */
  band: z.enum(['articles', 'stories']).default('articles'),
  /** In framing by frame: `yes` adds shares adjusted for the classifier's measured error. */
  adjusted: z.enum(['no', 'yes']).default('no'),
});
export type TrendQuery = z.infer<typeof trendQuerySchema>;

export const trendNoteSchema = z.object({
  at: instantSchema,
  kind: z.enum(['model-change', 'feed-added', 'feed-removed', 'import', 'note']),
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
  /** How the points' bands were found: Wilson's interval over articles, or by story. */
  bandIs: z.enum(['articles', 'stories']).optional(),
  compared: comparedSchema.optional(),
  equalWeight: equalWeightSchema.optional(),
  adjusted: adjustedSchema.optional(),
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
