import { z } from 'zod';
import { idSchema, instantSchema } from './articles.ts';

/**
 * A feed's health in one word: `new` never checked, `well`, `error` failing, `empty` answers without entries,
 * `silent` quieter than its own rhythm, `truncated` breaks off or is too long, `paused` by hand or by a 410, `removed` from the configuration.
 */
export const feedStateSchema = z.enum([
  'new',
  'well',
  'error',
  'empty',
  'silent',
  'truncated',
  'paused',
  'removed',
]);
export type FeedState = z.infer<typeof feedStateSchema>;

/** How one poll ended, or what came instead of one. */
export const checkOutcomeSchema = z.enum([
  'fetched',
  'unchanged',
  'failed',
  'gone',
  'rate-limited',
  /** Not asked for: a hub brought it (WebSub). */
  'pushed',
]);
export type CheckOutcome = z.infer<typeof checkOutcomeSchema>;

/**
 * Where a feed that names a WebSub hub stands with it. `off`: no push address is configured. `waiting`: not asked yet.
 * `requested`: asked, and not verified yet. `distrusted`: verified, but polls found what it never pushed.
 */
export const pushStateSchema = z.enum([
  'off',
  'waiting',
  'requested',
  'verified',
  'distrusted',
  'refused',
  'expired',
]);
export type PushState = z.infer<typeof pushStateSchema>;

export const feedPushSchema = z.object({
  state: pushStateSchema,
  /** The hub's host. */
  hub: z.string(),
  leaseEndsAt: instantSchema.nullable(),
  lastPushAt: instantSchema.nullable(),
  /** Pushes that were read. */
  taken: z.number().int(),
  /** Pushes that were not believed: their signature is missing or wrong. */
  forged: z.number().int(),
  /** What went wrong last, in a sentence. */
  error: z.string().nullable(),
});
export type FeedPush = z.infer<typeof feedPushSchema>;

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
  /** Null where the feed names no hub. */
  push: feedPushSchema.nullable(),
  /** New entries a day over the last 14 days, oldest first; null where the feed was not reached that day. */
  newEntriesByDay: z.array(z.number().int().nullable()),
  reader: z.string(),
  /** How often the second reader, rss-parser, gave its entries. */
  secondReaderUses: z.number().int(),
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
