import { z } from 'zod';
import {
  decisionSchema,
  evidenceSchema,
  labelScoreSchema,
  relevanceSchema,
  voiceSchema,
} from './classification.ts';
import { labelKindSchema, languageSchema } from './seeds.ts';

/** Database ids travel as decimal strings, for they may outgrow a JavaScript number. */
export const idSchema = z.string().regex(/^\d{1,19}$/, 'an id: digits only');

/** An instant in UTC, such as `2026-05-12T09:30:00.000Z`. */
export const instantSchema = z.iso.datetime();

/** Where an article's text came from. Only page texts count in framing by default. */
export const textSourceSchema = z.enum([
  'page',
  'page-cut',
  'feed-content',
  'feed-summary',
  'import',
  'none',
]);
export type TextSource = z.infer<typeof textSourceSchema>;

/** What came of reading an article's page a second time. */
export const rereadingOutcomeSchema = z.enum([
  'unchanged',
  'edited',
  /** Read whole for the first time. */
  'completed',
  /** 404, 410, or a page that says so. The stored text stays. */
  'withdrawn',
  /** The address leads to another page now. */
  'moved',
  /** A paywall, a consent wall, a challenge or a refusal stands before it. */
  'closed',
  /** What came is so much less that it is not believed. */
  'worse',
  /** robots.txt does not allow it any more. */
  'forbidden',
  'failed',
]);
export type RereadingOutcome = z.infer<typeof rereadingOutcomeSchema>;

/** What became of an article; each article has one fate, said in the same words in logs, metrics and on screen. */
export const fateSchema = z.enum(['found', 'read', 'grouped', 'classified', 'discarded', 'quarantined']);
export type Fate = z.infer<typeof fateSchema>;

export const outletSchema = z.object({
  id: idSchema,
  name: z.string(),
  country: z.string(),
  group: z.string(),
  language: languageSchema,
});
export type Outlet = z.infer<typeof outletSchema>;

/** A sentence shown in a list: the words themselves, for which label, in whose voice. */
export const quoteSchema = z.object({
  kind: labelKindSchema,
  labelId: z.string(),
  text: z.string(),
  voice: voiceSchema,
});
export type Quote = z.infer<typeof quoteSchema>;

/** One article in a list, as one beat's active model sees it (corrections applied). */
export const articleSummarySchema = z.object({
  id: idSchema,
  title: z.string(),
  url: z.string(),
  outlet: outletSchema,
  language: z.string(),
  /** The instant at which charts count the article. */
  countedAt: instantSchema,
  /** False: the stated date is missing or implausible, and the article counts at the time it was first seen. */
  dateIsStated: z.boolean(),
  /** The outlet's own offset from UTC in minutes, where it said one. */
  offsetMinutes: z.number().int().nullable(),
  firstSeenAt: instantSchema,
  textSource: textSourceSchema,
  relevance: z.object({ score: z.number(), decision: decisionSchema }),
  /** Labels decided yes or unclear, strongest first. */
  labels: z.array(labelScoreSchema.extend({ corrected: z.boolean() })),
  quotes: z.array(quoteSchema),
  story: z.object({ id: idSchema, articles: z.number().int(), outlets: z.number().int() }).nullable(),
  /** The outlet changed headline or text after it was first read. */
  edited: z.boolean(),
  /** The page is not there any more; the stored text stays. */
  withdrawn: z.boolean(),
  synthetic: z.boolean(),
});
export type ArticleSummary = z.infer<typeof articleSummarySchema>;

export const articlePageSchema = z.object({
  items: z.array(articleSummarySchema),
  /** All that match, not only this page. */
  total: z.number().int(),
  nextCursor: z.string().nullable(),
  modelVersion: z.string().nullable(),
});
export type ArticlePage = z.infer<typeof articlePageSchema>;

export const revisionSchema = z.object({
  seenAt: instantSchema,
  title: z.string(),
  /** What changed against the revision before. */
  changed: z.array(z.enum(['title', 'text', 'source'])),
});

const pieceSchema = z.object({ change: z.enum(['same', 'added', 'removed']), text: z.string() });

/** Where two texts differ: places of change with a sentence around each, and how many sentences are left out between. */
export const textDiffSchema = z.object({
  hunks: z.array(z.object({ skipped: z.number().int(), pieces: z.array(pieceSchema) })),
  skippedAfter: z.number().int(),
  /** The texts are longer, or differ more, than is compared. */
  cut: z.boolean(),
});
export type TextDiff = z.infer<typeof textDiffSchema>;

/** One wording of an article: when it was seen, what changed against the one before, and how it was judged. */
export const articleRevisionSchema = revisionSchema.extend({
  number: z.number().int(),
  /** The sentence in which the outlet says that it corrected the article. */
  notice: z.string().nullable(),
  titleDiff: z.array(pieceSchema).nullable(),
  textDiff: textDiffSchema.nullable(),
  /** Labels decided yes or unclear, as the model said; corrections are not laid over it. */
  judgement: z
    .object({
      modelVersion: z.string(),
      relevance: z.object({ score: z.number(), decision: decisionSchema }),
      labels: z.array(labelScoreSchema),
    })
    .nullable(),
});
export type ArticleRevision = z.infer<typeof articleRevisionSchema>;

/** Every wording of an article, oldest first, and every time that its page was asked for again. */
export const articleHistorySchema = z.object({
  revisions: z.array(articleRevisionSchema),
  readings: z.array(
    z.object({
      at: instantSchema,
      /** By the clock, or because a feed showed a change. */
      why: z.enum(['clock', 'feed']),
      outcome: rereadingOutcomeSchema,
      note: z.string().nullable(),
    }),
  ),
  withdrawnAt: instantSchema.nullable(),
  nextReadingAt: instantSchema.nullable(),
});
export type ArticleHistory = z.infer<typeof articleHistorySchema>;

/** Why a page's text is not whole: closed to non-subscribers, cut by the outlet, or longer than is read. */
export const pageTruncationSchema = z.enum(['paywall', 'cut', 'size']);
export type PageTruncation = z.infer<typeof pageTruncationSchema>;

/** What an article's page, when it was last read, said of itself. */
export const pageReadSchema = z.object({
  siteName: z.string().nullable(),
  section: z.string().nullable(),
  /** An address to open; images are never fetched. */
  leadImage: z.string().nullable(),
  /** The outlet's own date of the last change, which need not be one of the text. */
  modifiedAt: instantSchema.nullable(),
  modifiedOffsetMinutes: z.number().int().nullable(),
  truncation: pageTruncationSchema.nullable(),
});

/** How an article came that no feed brought here. */
export const articleOriginSchema = z.object({
  /** `feed`: a feed brought it to the Framewatch whose archive was restored. */
  kind: z.enum(['feed', 'import', 'backfill']),
  /** The file that was imported, or the site that was walked. */
  name: z.string(),
  at: instantSchema,
  /** Set where an archive of another Framewatch brought it here: which, and when. */
  restored: z.object({ from: z.string(), at: instantSchema }).nullable(),
});
export type ArticleOrigin = z.infer<typeof articleOriginSchema>;

/** Everything known of one article: the text, why it is relevant, and the sentences behind each label. */
export const articleDetailSchema = articleSummarySchema.extend({
  text: z.string(),
  authors: z.array(z.string()),
  canonicalUrl: z.string(),
  extraction: z.object({
    method: z.string().nullable(),
    quality: z.number().nullable(),
    note: z.string().nullable(),
  }),
  page: pageReadSchema,
  covered: z.boolean(),
  relevanceDetail: relevanceSchema.nullable(),
  evidence: z.array(evidenceSchema),
  briefs: z.array(z.object({ id: z.string(), title: z.string(), similarity: z.number() })),
  modelVersion: z.string().nullable(),
  /** Null: a feed brought it. */
  origin: articleOriginSchema.nullable(),
  sightings: z.array(z.object({ feedUrl: z.string(), seenAt: instantSchema })),
  revisions: z.array(revisionSchema),
  /** The news agency that this text, or a copy of it, is credited to. */
  agency: z.string().nullable(),
  sameStory: z.array(
    z.object({
      id: idSchema,
      title: z.string(),
      url: z.string(),
      outlet: z.string(),
      countedAt: instantSchema,
      frames: z.array(z.string()),
      /** Whether it holds the same text as this article. */
      isCopy: z.boolean(),
    }),
  ),
  fate: fateSchema,
  fateReason: z.string().nullable(),
});
export type ArticleDetail = z.infer<typeof articleDetailSchema>;

/** Filters that every list and every chart share; left out means all. */
export const articleFilterSchema = z.object({
  beat: z.string(),
  topic: z.string().optional(),
  frame: z.string().optional(),
  outlet: idSchema.optional(),
  group: z.string().optional(),
  country: z.string().optional(),
  language: languageSchema.optional(),
  from: instantSchema.optional(),
  to: instantSchema.optional(),
});
export type ArticleFilter = z.infer<typeof articleFilterSchema>;

/** Whose words carry a frame: the outlet's own in at least one sentence, or only those of people whom it reports. */
export const carrierSchema = z.enum(['any', 'own', 'reported']);

export const articleQuerySchema = articleFilterSchema.extend({
  q: z.string().max(300).optional(),
  /** Also the id of a story that was merged into another since. */
  story: idSchema.optional(),
  /** `stories`: one article of each, the newest that matches. */
  of: z.enum(['articles', 'stories']).default('articles'),
  /** `relevant`: decided yes. `framing`: those of them with enough text to be framed. `all`: everything collected. */
  scope: z.enum(['relevant', 'framing', 'unclear', 'all']).default('relevant'),
  /** Whose words carry the frame that is asked for; `own` and `reported` exclude each other. */
  voice: carrierSchema.default('any'),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional(),
});
export type ArticleQuery = z.infer<typeof articleQuerySchema>;

export const correctionRequestSchema = z.object({
  beat: z.string(),
  corrections: z
    .array(
      z.object({
        kind: z.union([labelKindSchema, z.literal('relevance')]),
        labelId: z.string(),
        /** `withdraw` takes an earlier correction back: the model's decision shows again. */
        decision: z.enum(['yes', 'no', 'withdraw']),
        /** Whether the article was drawn at random or chosen: only random ones tell how often the model is wrong. */
        sampled: z.enum(['random', 'chosen']).optional(),
      }),
    )
    .min(1)
    .max(50),
});
export type CorrectionRequest = z.infer<typeof correctionRequestSchema>;
