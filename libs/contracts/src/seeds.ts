import { z } from 'zod';

/** An ISO 639-1 language code in lower case, such as `en` or `ja`. */
export const languageSchema = z.string().regex(/^[a-z]{2,3}$/, 'a language code such as en or ja');

const slugSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]*$/, 'lower case letters, digits and underscores, such as burden_sharing');
const wordsSchema = z.record(languageSchema, z.array(z.string().min(1)));
const textsSchema = z.record(languageSchema, z.string().min(1));

/** A topic is what is talked about; a frame is how it is presented. */
export const labelKindSchema = z.enum(['topic', 'frame']);
export type LabelKind = z.infer<typeof labelKindSchema>;

/** A short passage that shows the label at work, written for the seeds. */
export const exemplarSchema = z.strictObject({ language: languageSchema, text: z.string().min(1) });

/** One topic or frame of a beat, as its file in `topics/` or `frames/` says it. */
export const labelSchema = z.strictObject({
  id: slugSchema,
  kind: labelKindSchema,
  name: textsSchema,
  definition: textsSchema,
  /** The category of the Policy Frames Codebook that it falls under, so that results stay comparable. */
  codebook: z.string().optional(),
  cues: wordsSchema,
  negativeCues: wordsSchema.default({}),
  exemplars: z.array(exemplarSchema).default([]),
});
export type Label = z.infer<typeof labelSchema>;

/** A set of words of which a relevant text must hold at least one: all groups are required, near each other or in the lead. */
export const conceptGroupSchema = z.strictObject({
  id: slugSchema,
  name: textsSchema,
  terms: wordsSchema,
});
export type ConceptGroup = z.infer<typeof conceptGroupSchema>;

/** What a reference article argues, in our own words. */
export const briefSchema = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  /** The kind of outlet and its manner, such as `US think-tank commentary`; never an input to classification. */
  manner: z.string().min(1),
  published: z
    .string()
    .regex(/^\d{4}(-\d{2}){0,2}$/)
    .optional(),
  language: languageSchema,
  topics: z.array(slugSchema),
  frames: z.array(slugSchema),
  text: z.string().min(1),
});
export type Brief = z.infer<typeof briefSchema>;

/** A beat's seeds: everything that an editor writes about a subject. */
export const beatSeedsSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  name: textsSchema,
  description: textsSchema,
  languages: z.array(languageSchema).min(1),
  conceptGroups: z.array(conceptGroupSchema).min(1),
  /** Words that speak against relevance where they dominate, such as another pair of countries. */
  negativeConcepts: wordsSchema.default({}),
  labels: z.array(labelSchema).min(1),
  briefs: z.array(briefSchema),
});
export type BeatSeeds = z.infer<typeof beatSeedsSchema>;

/** One mistake in the seeds or in a configuration file: what, where, and how to mend it. */
export const fileProblemSchema = z.object({
  file: z.string(),
  /** 1-based; 0 where the whole file is meant. */
  line: z.number().int().nonnegative(),
  message: z.string(),
  remedy: z.string(),
});
export type FileProblem = z.infer<typeof fileProblemSchema>;
