import { z } from 'zod';
import { idSchema, instantSchema } from './articles.ts';
import { labelKindSchema } from './seeds.ts';

export const reviewQuerySchema = z.object({
  beat: z.string(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export type ReviewQuery = z.infer<typeof reviewQuerySchema>;

/** An article that an editor is asked about. */
export const reviewItemSchema = z.object({
  articleId: idSchema,
  title: z.string(),
  outlet: z.string(),
  language: z.string(),
  countedAt: instantSchema,
  /** `random`: drawn to measure how often the model is wrong. `chosen`: its answers would teach the model most. */
  sampled: z.enum(['random', 'chosen']),
  /** What the model could not decide; empty for a random one, of which everything is asked. */
  unclear: z.array(
    z.object({ kind: z.union([labelKindSchema, z.literal('relevance')]), labelId: z.string() }),
  ),
});
export type ReviewItem = z.infer<typeof reviewItemSchema>;

/** The answer of `/api/review`: what to ask an editor next, and how far the random sample has come. */
export const reviewAnswerSchema = z.object({
  beat: z.string(),
  modelVersion: z.string().nullable(),
  items: z.array(reviewItemSchema),
  random: z.object({
    /** Articles drawn at random and judged, of those that count in the charts of the last `days`. */
    judged: z.number().int(),
    population: z.number().int(),
    /** From how many on shares adjusted for the measured error are shown. */
    needed: z.number().int(),
    days: z.number().int(),
  }),
  /** Articles of the last `days` with something undecided that nobody has judged. */
  unclear: z.object({ articles: z.number().int(), days: z.number().int() }),
});
export type ReviewAnswer = z.infer<typeof reviewAnswerSchema>;
