import { z } from 'zod';
import { instantSchema, pageTruncationSchema } from './articles.ts';
import { countrySchema, outletGroupSchema } from './config-files.ts';
import { languageSchema } from './seeds.ts';

/**
 * One line of an archive, as `framewatch export` writes it and `framewatch import` reads it: a JSON object whose
 * `framewatch` says what it is. No ids: an article is known by its address, a feed by its own, an outlet by its name.
 */
const textSchema = z.string();
const nullableText = z.string().nullable();

export const archivedOutletSchema = z.strictObject({
  framewatch: z.literal('outlet'),
  name: z.string().trim().min(1).max(200),
  country: countrySchema,
  group: outletGroupSchema,
  language: languageSchema,
});
export type ArchivedOutlet = z.infer<typeof archivedOutletSchema>;

export const archivedFeedSchema = z.strictObject({
  framewatch: z.literal('feed'),
  url: textSchema,
  outlet: textSchema,
  language: languageSchema,
  title: nullableText,
});
export type ArchivedFeed = z.infer<typeof archivedFeedSchema>;

const originSchema = z.strictObject({
  kind: z.enum(['import', 'backfill']),
  /** The file, or the site that was walked. */
  name: textSchema,
  at: instantSchema,
});

/** Words that are the article's own newest are left out. */
const archivedRevisionSchema = z.strictObject({
  number: z.number().int().min(1),
  seenAt: instantSchema,
  title: textSchema.optional(),
  text: textSchema.optional(),
  contentHash: nullableText,
  changed: z.array(z.enum(['title', 'text', 'source'])),
});

const archivedPageSchema = z.strictObject({
  url: nullableText,
  etag: nullableText,
  lastModified: nullableText,
  modifiedAt: instantSchema.nullable(),
  modifiedOffsetMinutes: z.number().int().nullable(),
  siteName: nullableText,
  section: nullableText,
  leadImage: nullableText,
  truncation: pageTruncationSchema.nullable(),
});

const archivedCorrectionSchema = z.strictObject({
  beat: textSchema,
  kind: z.enum(['topic', 'frame', 'relevance']),
  label: textSchema,
  decision: z.enum(['yes', 'no']),
  said: z.enum(['yes', 'no', 'unclear']).nullable(),
  /** The score behind what was said, and how the article came before the editor; left out where that is not known. */
  saidScore: z.number().optional(),
  sampled: z.enum(['random', 'chosen']).optional(),
  madeAt: instantSchema,
  withdrawnAt: instantSchema.nullable(),
});

/** What a model decided of one wording of the article. */
const archivedDecisionSchema = z.strictObject({
  beat: textSchema,
  model: textSchema,
  revision: z.number().int().min(1),
  language: textSchema,
  covered: z.boolean(),
  score: z.number(),
  relevance: z.enum(['yes', 'no', 'unclear']),
  labels: z.array(
    z.strictObject({
      kind: z.enum(['topic', 'frame']),
      id: textSchema,
      score: z.number(),
      decision: z.enum(['yes', 'no', 'unclear']),
    }),
  ),
});

export const archivedArticleSchema = z.strictObject({
  framewatch: z.literal('article'),
  url: textSchema.min(1),
  /** The key of its address where another was in force when it was first stored. */
  key: textSchema.optional(),
  outlet: textSchema,
  title: textSchema,
  published: instantSchema.nullable(),
  /** The offset that the source stated; null where it stated none. */
  offsetMinutes: z.number().int().min(-32_768).max(32_767).nullable(),
  countedAt: instantSchema,
  dateIsStated: z.boolean(),
  firstSeenAt: instantSchema,
  /** When its text was read; null: its page has still to be read. */
  readAt: instantSchema.nullable(),
  language: textSchema,
  authors: z.array(textSchema),
  text: textSchema,
  textSource: z.enum(['page', 'page-cut', 'feed-content', 'feed-summary', 'import', 'none']),
  feedText: textSchema.optional(),
  feedTextIsWhole: z.boolean().optional(),
  extraction: z
    .strictObject({ method: nullableText, quality: z.number().nullable(), note: nullableText })
    .optional(),
  canonicalUrl: textSchema.optional(),
  contentHash: textSchema.optional(),
  revision: z.number().int().min(1),
  revisions: z.array(archivedRevisionSchema).optional(),
  page: archivedPageSchema.optional(),
  withdrawnAt: instantSchema.optional(),
  synthetic: z.boolean().optional(),
  ended: z.strictObject({ fate: z.enum(['discarded', 'quarantined']), reason: nullableText }).optional(),
  /** How it came, where no feed brought it. */
  origin: originSchema.optional(),
  sightings: z
    .array(
      z.strictObject({
        feed: textSchema,
        guid: textSchema,
        url: textSchema,
        entryHash: textSchema,
        seenAt: instantSchema,
      }),
    )
    .optional(),
  rereadings: z
    .array(z.strictObject({ at: instantSchema, why: textSchema, outcome: textSchema, note: nullableText }))
    .optional(),
  corrections: z.array(archivedCorrectionSchema).optional(),
  decisions: z.array(archivedDecisionSchema).optional(),
});
export type ArchivedArticle = z.infer<typeof archivedArticleSchema>;
