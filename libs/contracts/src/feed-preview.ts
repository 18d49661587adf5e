import { z } from 'zod';
import { instantSchema } from './articles.ts';
import { countrySchema, feedConfigSchema, outletGroupSchema } from './config-files.ts';
import { languageSchema } from './seeds.ts';

/** Longest look at a site, in seconds: its host is asked no faster than others are. */
export const PREVIEW_SECONDS = 60;

/** What somebody pastes: a site's address, a feed's, or a name such as `press.example`. */
export const previewRequestSchema = z.strictObject({ address: z.string().trim().min(1).max(2_000) });
export type PreviewRequest = z.infer<typeof previewRequestSchema>;

/** What an editor should know before a feed is added; the dashboard has the words. */
export const feedWarningSchema = z.enum([
  /** Longer than one feed may be, or it broke off. */
  'truncated',
  'no-entries',
  'no-titles',
  'no-dates',
  /** Nothing new for two months. */
  'old',
  'comments',
  'second-reader',
]);
export type FeedWarning = z.infer<typeof feedWarningSchema>;

const previewItemSchema = z.object({
  title: z.string(),
  url: z.string().nullable(),
  publishedAt: instantSchema.nullable(),
  firstWords: z.string(),
});

/** What is known of the entry that would stand in feeds.yaml; null where an editor has to say. */
const suggestedEntrySchema = z.object({
  url: z.string(),
  outlet: z.string(),
  country: z.string().nullable(),
  language: languageSchema.nullable(),
  group: outletGroupSchema.nullable(),
});
export type SuggestedEntry = z.infer<typeof suggestedEntrySchema>;

export const feedCandidateSchema = z.object({
  url: z.string(),
  title: z.string().nullable(),
  kind: z.enum(['feed', 'news-sitemap', 'sitemap']),
  /** Such as `rss2.0`. */
  format: z.string(),
  /** The address given itself, a link that the page declares or shows, robots.txt, or a common path that was tried. */
  found: z.enum(['itself', 'link', 'anchor', 'robots', 'common-path']),
  entries: z.number().int(),
  entriesPerDay: z.number().nullable(),
  newestAt: instantSchema.nullable(),
  items: z.array(previewItemSchema).max(5),
  warnings: z.array(feedWarningSchema),
  /** Line of `config/feeds.yaml` where it stands already. */
  line: z.number().int().nullable(),
  entry: suggestedEntrySchema,
});
export type FeedCandidate = z.infer<typeof feedCandidateSchema>;

/** What was named or tried and cannot be read, in a sentence. */
const unreadableSchema = z.object({ url: z.string(), message: z.string() });

/** What a look at a site found, the best first. */
export const foundFeedsSchema = z.object({
  address: z.string(),
  candidates: z.array(feedCandidateSchema),
  unreadable: z.array(unreadableSchema),
  /** True where time ran out at the host's pace before all was read. */
  incomplete: z.boolean(),
});
export type FoundFeeds = z.infer<typeof foundFeedsSchema>;

export const feedPreviewSchema = foundFeedsSchema.extend({
  /** Of feeds.yaml as it stands; an addition says which version it was made for. Null where this process has no such file. */
  fileVersion: z.string().nullable(),
});
export type FeedPreview = z.infer<typeof feedPreviewSchema>;

export const newFeedSchema = z.strictObject({
  feed: feedConfigSchema,
  fileVersion: z.string().max(100).nullable(),
});
export type NewFeed = z.infer<typeof newFeedSchema>;

/** `saved: false` where the file cannot be written from here: then the text is to be pasted. */
export const addedFeedSchema = z.object({
  saved: z.boolean(),
  why: z.enum(['read-only', 'kept-elsewhere']).nullable(),
  /** The entry as it stands, or should stand, in feeds.yaml. */
  yaml: z.string(),
  line: z.number().int().nullable(),
});
export type AddedFeed = z.infer<typeof addedFeedSchema>;

/** The feeds of an OPML file, to be added; what is said here holds for those of which the file and other feeds tell nothing. */
export const opmlRequestSchema = z.strictObject({
  opml: z.string().min(1),
  outlet: z.string().trim().min(1).max(200).optional(),
  country: countrySchema.optional(),
  language: languageSchema.optional(),
  group: outletGroupSchema.optional(),
  /** Says what would come of it, and writes nothing. */
  dryRun: z.boolean().default(false),
});
export type OpmlRequest = z.infer<typeof opmlRequestSchema>;

export const opmlAnswerSchema = z.object({
  read: z.number().int(),
  /** With the entries as they stand, or would stand, in feeds.yaml. */
  added: z.array(z.object({ url: z.string(), yaml: z.string() })),
  known: z.array(z.string()),
  /** With what is missing or wrong, as a sentence. */
  refused: z.array(unreadableSchema),
});
export type OpmlAnswer = z.infer<typeof opmlAnswerSchema>;
