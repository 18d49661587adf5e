import { z } from 'zod';
import { labelKindSchema, languageSchema } from './seeds.ts';

/** What is asked of the classifier. The outlet's name, byline and boilerplate are never part of it. */
export const classifyRequestSchema = z.object({
  title: z.string().max(2_000).default(''),
  text: z.string().max(500_000),
  /** Left out: the classifier finds out which of the seeds' languages the text is in. */
  language: languageSchema.optional(),
});
export type ClassifyRequest = z.infer<typeof classifyRequestSchema>;

/** Decided yes, decided no, or too close to call. */
export const decisionSchema = z.enum(['yes', 'unclear', 'no']);
export type Decision = z.infer<typeof decisionSchema>;

/** Half-open range of UTF-16 code units within the title or the text. */
export const spanSchema = z.object({
  field: z.enum(['title', 'text']),
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Span = z.infer<typeof spanSchema>;

/** Whose words a sentence is: the outlet's own, or somebody's whom it reports (named where the text names one). */
export const voiceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('outlet') }),
  z.object({ kind: z.literal('reported'), speaker: z.string().nullable() }),
]);
export type Voice = z.infer<typeof voiceSchema>;

/** One sentence that spoke for a label, with the words in it that did (or, below zero, that spoke against). */
export const evidenceSchema = z.object({
  kind: labelKindSchema,
  labelId: z.string(),
  sentence: spanSchema,
  weight: z.number(),
  terms: z.array(spanSchema.extend({ weight: z.number() })),
  voice: voiceSchema,
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** How sure, 0 to 1, and what was decided. */
export const labelScoreSchema = z.object({
  kind: labelKindSchema,
  labelId: z.string(),
  score: z.number().min(0).max(1),
  decision: decisionSchema,
});
export type LabelScore = z.infer<typeof labelScoreSchema>;

/** Which concept groups a text holds, and where. */
export const relevanceSchema = z.object({
  score: z.number().min(0).max(1),
  decision: decisionSchema,
  groups: z.array(z.object({ id: z.string(), mentions: z.number().int(), inLead: z.boolean() })),
  /** Sentences in which the beat's concepts meet. */
  sentences: z.array(spanSchema),
});
export type Relevance = z.infer<typeof relevanceSchema>;

/** A classification is a pure function of text and model. */
export const classificationSchema = z.object({
  language: languageSchema,
  /** False where the seeds have no words in this language: nothing is guessed then, all decisions are `no`. */
  covered: z.boolean(),
  relevance: relevanceSchema,
  labels: z.array(labelScoreSchema),
  evidence: z.array(evidenceSchema),
  briefs: z.array(z.object({ id: z.string(), similarity: z.number() })),
  modelVersion: z.string(),
});
export type Classification = z.infer<typeof classificationSchema>;

/** An editor's word on one label of one article; it wins over the model for ever. `relevance` corrects relevance itself. */
export const correctionSchema = z.object({
  kind: z.union([labelKindSchema, z.literal('relevance')]),
  labelId: z.string(),
  decision: z.enum(['yes', 'no']),
});
export type Correction = z.infer<typeof correctionSchema>;
