import { z } from 'zod';
import { instantSchema } from './articles.ts';

/** The answer of `/api/drift`: whether the stream still looks like what the model was made for. */
export const driftAnswerSchema = z.object({
  beat: z.string(),
  modelVersion: z.string().nullable(),
  activatedAt: instantSchema.nullable(),
  /** The last `days` are compared with the `before` days ahead of them, both as the model in force sees them. */
  now: z.object({ days: z.number().int(), articles: z.number().int() }),
  before: z.object({ days: z.number().int(), articles: z.number().int() }),
  /** Of the scores of relevance. Null where fewer than `needed` articles stand on one side. */
  scores: z
    .object({
      /** Population stability index; below `chance` nothing need have changed. */
      index: z.number(),
      chance: z.number(),
      level: z.enum(['steady', 'moved', 'much']),
    })
    .nullable(),
  needed: z.number().int(),
  /** Of the newest relevant articles: which share of their words the model has never met, and which words those are. */
  unseen: z.object({
    articles: z.number().int(),
    share: z.number().nullable(),
    words: z.array(
      z.object({
        word: z.string(),
        language: z.string(),
        texts: z.number().int(),
        outlets: z.number().int(),
      }),
    ),
  }),
});
export type DriftAnswer = z.infer<typeof driftAnswerSchema>;
