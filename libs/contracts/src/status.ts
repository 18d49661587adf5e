import { z } from 'zod';
import { instantSchema } from './articles.ts';
import { modelFiguresSchema } from './figures.ts';
import { fileProblemSchema, labelKindSchema } from './seeds.ts';

export const labelInfoSchema = z.object({
  kind: labelKindSchema,
  id: z.string(),
  name: z.record(z.string(), z.string()),
  definition: z.record(z.string(), z.string()),
  codebook: z.string().nullable(),
  cues: z.record(z.string(), z.array(z.string())),
  /** Place in the beat; a label keeps its colour by it on every page. */
  position: z.number().int(),
});
export type LabelInfo = z.infer<typeof labelInfoSchema>;

export const beatSchema = z.object({
  id: z.string(),
  name: z.record(z.string(), z.string()),
  description: z.record(z.string(), z.string()),
  languages: z.array(z.string()),
  labels: z.array(labelInfoSchema),
  briefs: z.array(z.object({ id: z.string(), title: z.string(), manner: z.string(), text: z.string() })),
  model: z.object({ version: z.string(), activatedAt: instantSchema }).nullable(),
  /** A newer model whose classifications are still being made. */
  preparing: z.object({ version: z.string(), done: z.number().int(), total: z.number().int() }).nullable(),
  /** How right the model in force is; null where it was trained before that was measured. */
  figures: modelFiguresSchema.nullable(),
});
export type Beat = z.infer<typeof beatSchema>;

/** How the whole is doing; the first-run list and the ribbon are drawn from it. */
export const statusSchema = z.object({
  version: z.string(),
  mode: z.enum(['embedded', 'server']),
  synthetic: z.boolean(),
  now: instantSchema,
  startedAt: instantSchema,
  defaultTimezone: z.string(),
  feeds: z.object({
    total: z.number().int(),
    checked: z.number().int(),
    well: z.number().int(),
    troubled: z.number().int(),
    paused: z.number().int(),
    nextCheckAt: instantSchema.nullable(),
  }),
  articles: z.object({
    total: z.number().int(),
    waiting: z.number().int(),
    relevant: z.number().int(),
    /** By fate. */
    fates: z.record(z.string(), z.number().int()),
    newestAt: instantSchema.nullable(),
  }),
  /** Every feed was checked and none was reached: most likely there is no way to the internet. */
  offline: z.boolean(),
  problems: z.array(fileProblemSchema),
  queues: z.array(
    z.object({
      name: z.string(),
      waiting: z.number().int(),
      active: z.number().int(),
      delayed: z.number().int(),
      failed: z.number().int(),
    }),
  ),
  /** Median and 95th percentile seconds from being found to being classified, last 24 hours; null without articles. */
  latencySeconds: z.object({ p50: z.number(), p95: z.number() }).nullable(),
});
export type Status = z.infer<typeof statusSchema>;

/** What the overview says in one sentence: this period against the one before. */
export const headlineSchema = z.object({
  days: z.number().int(),
  relevant: z.number().int(),
  outlets: z.number().int(),
  relevantBefore: z.number().int(),
  /** Null where the periods cannot be compared: too much missing in one of them, or no history so far back. */
  change: z.number().nullable(),
  whyNoChange: z.string().nullable(),
  /** The frame whose share moved most, where that is more than chance (two-proportion test, Bonferroni over the frames). */
  movedFrame: z
    .object({
      frame: z.string(),
      shareBefore: z.number(),
      shareNow: z.number(),
      n: z.number().int(),
      nBefore: z.number().int(),
    })
    .nullable(),
});
export type Headline = z.infer<typeof headlineSchema>;
