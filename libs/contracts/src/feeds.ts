import { z } from 'zod';
import { idSchema, instantSchema } from './articles.ts';

/**
 * A feed's health in one word: `new` never checked, `well`, `error` failing, `empty` answers without entries,
 * `silent` quieter than its own rhythm, `paused` by hand or by a 410, `removed` from the configuration.
 */
export const feedStateSchema = z.enum(['new', 'well', 'error', 'empty', 'silent', 'paused', 'removed']);
export type FeedState = z.infer<typeof feedStateSchema>;

/** How one poll ended. */
export const checkOutcomeSchema = z.enum(['fetched', 'unchanged', 'failed', 'gone', 'rate-limited']);
export type CheckOutcome = z.infer<typeof checkOutcomeSchema>;

export const feedHealthSchema = z.object({
  id: idSchema,
  url: z.string(),
  title: z.string().nullable(),
  outlet: z.string(),
  outletId: idSchema,
  country: z.string(),
  language: z.string(),
  group: z.string(),
  state: feedStateSchema,
  /** One sentence for an editor: what is the matter, since when. */
  sentence: z.string(),
  httpStatus: z.number().int().nullable(),
  lastCheckAt: instantSchema.nullable(),
  lastSuccessAt: instantSchema.nullable(),
  failingSince: instantSchema.nullable(),
  nextCheckAt: instantSchema.nullable(),
  nextCheckReason: z.string().nullable(),
  /** New entries a day over the last 14 days, oldest first; null where the feed was not reached that day. */
  newEntriesByDay: z.array(z.number().int().nullable()),
  reader: z.string(),
  truncated: z.boolean(),
  /** Line in `config/feeds.yaml`. */
  line: z.number().int().nullable(),
});
export type FeedHealth = z.infer<typeof feedHealthSchema>;

export const feedListSchema = z.object({
  feeds: z.array(feedHealthSchema),
  /** Mistakes in `config/feeds.yaml` that keep an entry out. */
  problems: z.array(
    z.object({ file: z.string(), line: z.number(), message: z.string(), remedy: z.string() }),
  ),
});
export type FeedList = z.infer<typeof feedListSchema>;
