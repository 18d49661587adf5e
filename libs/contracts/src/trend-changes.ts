import { z } from 'zod';
import { articleFilterSchema, idSchema, instantSchema } from './articles.ts';
import { boundedSchema } from './trend-overlays.ts';

/** What changed is looked for day by day, or over longer ranges week by week. */
export const changesQuerySchema = articleFilterSchema.extend({
  from: instantSchema,
  to: instantSchema,
  tz: z.string().default('UTC'),
  bucket: z.enum(['day', 'week']).default('day'),
  /** A spike has at least so many stories. */
  minimum: z.coerce.number().int().min(1).max(1_000).default(5),
});
export type ChangesQuery = z.infer<typeof changesQuerySchema>;

/** A ready query of `/api/articles`: exactly the articles (or stories) behind a number. */
const openSchema = articleFilterSchema.extend({
  scope: z.enum(['relevant', 'framing']),
  of: z.enum(['articles', 'stories']),
});

const subjectSchema = z.object({
  kind: z.enum(['beat', 'topic', 'frame']),
  key: z.string(),
  name: z.string(),
});

export const spikeSchema = z.object({
  subject: subjectSchema,
  start: instantSchema,
  end: instantSchema,
  label: z.string(),
  /** The bucket is not over yet. */
  incomplete: z.boolean(),
  observed: z.number().int(),
  expected: z.number(),
  /** Chance of as many, or more, under the baseline of the 56 buckets before. */
  probability: z.number(),
  open: openSchema,
});

const sideSchema = z.object({
  from: instantSchema,
  to: instantSchema,
  numerator: z.number().int(),
  denominator: z.number().int(),
  stories: z.number().int(),
  share: z.number(),
  low: z.number(),
  high: z.number(),
  open: openSchema,
});

export const shiftSchema = z.object({
  subject: subjectSchema,
  /** The first bucket of the new level, and between which ones it may as well have begun. */
  at: instantSchema,
  label: z.string(),
  earliest: instantSchema,
  latest: instantSchema,
  before: sideSchema,
  after: sideSchema,
  difference: boundedSchema,
  /** By permutation of whole stories. */
  probability: z.number(),
  /** Expected share of false finds among all that are as sure, over every frame that was searched. */
  falseDiscovery: z.number(),
  /** The same over those outlets alone that told enough before and after, each counting alike; null without any. */
  sameOutlets: z.object({ outlets: z.number().int(), before: z.number(), after: z.number() }).nullable(),
});

/** Spikes of coverage and lasting shifts of framing that lie in a range; what was looked at, and what could not be. */
export const changesAnswerSchema = z.object({
  beat: z.string(),
  modelVersion: z.string().nullable(),
  bucket: z.enum(['day', 'week']),
  tz: z.string(),
  from: instantSchema,
  to: instantSchema,
  spikes: z.array(spikeSchema),
  shifts: z.array(shiftSchema),
  /** Shifts were searched for from here on. */
  searchedFrom: instantSchema,
  /** So many buckets of all subjects were looked at; chance alone makes about so many spikes of them. */
  looks: z.number().int(),
  spikesByChance: z.number(),
  /** Buckets that say nothing, for too many feeds were not reached. */
  blind: z.number().int(),
  /** Buckets with too short a history to know what is usual. */
  withoutHistory: z.number().int(),
  /** Frames with too few stories, or too short a time, to know a lasting level. */
  notJudged: z.array(
    z.object({
      subject: subjectSchema,
      stories: z.number().int(),
      neededStories: z.number().int(),
      buckets: z.number().int(),
      neededBuckets: z.number().int(),
    }),
  ),
  synthetic: z.boolean(),
});
export type ChangesAnswer = z.infer<typeof changesAnswerSchema>;

const sideQuery = {
  aOutlet: idSchema.optional(),
  aGroup: z.string().optional(),
  aFrom: instantSchema.optional(),
  aTo: instantSchema.optional(),
  bOutlet: idSchema.optional(),
  bGroup: z.string().optional(),
  bFrom: instantSchema.optional(),
  bTo: instantSchema.optional(),
};

/** Two sides: the filters of a chart, each narrowed to an outlet, a group or a period of its own. */
export const wordsQuerySchema = articleFilterSchema.extend({
  from: instantSchema,
  to: instantSchema,
  ...sideQuery,
  /** Words shown for each side. */
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type WordsQuery = z.infer<typeof wordsQuerySchema>;

/** One word, and the sentences of one side that hold it. */
export const wordSentencesQuerySchema = wordsQuerySchema.extend({
  word: z.string().min(1).max(100),
  side: z.enum(['a', 'b']),
});
export type WordSentencesQuery = z.infer<typeof wordSentencesQuerySchema>;

/** The first sentence of a story that holds the word; offsets in the article's title or text. */
export const wordSentenceSchema = z.object({
  articleId: idSchema,
  title: z.string(),
  outlet: z.string(),
  countedAt: instantSchema,
  field: z.enum(['title', 'text']),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
  /** Where in the sentence the word stands. */
  wordStart: z.number().int(),
  wordEnd: z.number().int(),
});
export type WordSentence = z.infer<typeof wordSentenceSchema>;

const wordsSideSchema = z.object({
  /** Stories with enough text, each by its first article, and how many of them were read. */
  stories: z.number().int(),
  read: z.number().int(),
  articles: z.number().int(),
});

export const wordsAnswerSchema = z.object({
  beat: z.string(),
  modelVersion: z.string().nullable(),
  /** Words are compared within one language; null where the sides share none. */
  language: z.string().nullable(),
  /** The languages of both sides, with their stories. */
  languages: z.array(z.object({ language: z.string(), a: z.number().int(), b: z.number().int() })),
  a: wordsSideSchema,
  b: wordsSideSchema,
  /** A side with fewer stories is not compared. */
  needed: z.number().int(),
  /** So many words were compared; of those shown this part may be chance. */
  tried: z.number().int(),
  falseDiscoveries: z.number(),
  words: z.array(
    z.object({
      word: z.string(),
      side: z.enum(['a', 'b']),
      /** Stories that hold the word; `/api/trends/words/sentences` opens exactly those. */
      a: z.number().int(),
      b: z.number().int(),
      logOdds: z.number(),
      low: z.number(),
      high: z.number(),
      z: z.number(),
      falseDiscovery: z.number(),
      sentences: z.array(wordSentenceSchema),
    }),
  ),
  synthetic: z.boolean(),
});
export type WordsAnswer = z.infer<typeof wordsAnswerSchema>;

export const wordSentencesSchema = z.object({
  total: z.number().int(),
  items: z.array(wordSentenceSchema),
});
export type WordSentences = z.infer<typeof wordSentencesSchema>;
