import { beatSeedsSchema, briefSchema, labelSchema, languageSchema } from '@framewatch/contracts';
import { z } from 'zod';

/** `beat.yaml`: the beat without what has files of its own. */
export const beatFileSchema = beatSeedsSchema.omit({ labels: true, briefs: true });

/** `topics/*.yaml` and `frames/*.yaml`: the folder says the kind, and exemplars are grouped by language as cues are. */
export const labelFileSchema = labelSchema
  .omit({ kind: true })
  .extend({ exemplars: z.record(languageSchema, z.array(z.string().min(1))).default({}) });
export type LabelFile = z.infer<typeof labelFileSchema>;

/** The front matter of `briefs/*.md`: the file's name is the brief's id, the text below is its text. */
export const briefFileSchema = briefSchema.omit({ id: true, text: true });

const labelIds = z.array(z.string());

/** One line of `gold/*.jsonl`: a short article written for testing, labelled sentence by sentence. */
export const goldArticleSchema = z.strictObject({
  id: z.string().min(1),
  language: languageSchema,
  /** The manner it imitates, such as `Okinawan newspaper, report`; never an input to classification. */
  outletManner: z.string().min(1),
  title: z.string().min(1),
  sentences: z.array(z.strictObject({ text: z.string().min(1), topics: labelIds, frames: labelIds })).min(1),
  /** Whether it belongs to the beat; where it does not, it carries no labels. */
  relevant: z.boolean(),
  topics: labelIds,
  frames: labelIds,
});
export type GoldArticle = z.infer<typeof goldArticleSchema>;

/** One line of an editor's own labelled file: a real article, labelled as a whole. A list left out was not judged. */
export const labelledArticleSchema = z.strictObject({
  id: z.string().min(1).optional(),
  language: languageSchema.optional(),
  title: z.string().default(''),
  text: z.string().min(1),
  relevant: z.boolean().optional(),
  topics: labelIds.optional(),
  frames: labelIds.optional(),
});
