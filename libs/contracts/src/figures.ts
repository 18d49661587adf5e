import { z } from 'zod';
import { instantSchema } from './articles.ts';
import { labelKindSchema } from './seeds.ts';

/** A share with its 95 % interval (Wilson's). */
const estimateSchema = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** How right decisions are: `n` of them were compared with an editor's word, which was yes for `positives`. */
export const measureSchema = z.object({
  n: z.number().int(),
  positives: z.number().int(),
  /** Null where nothing was decided yes. */
  precision: estimateSchema.nullable(),
  /** Null where no article carries the label. */
  recall: estimateSchema.nullable(),
});
export type Measure = z.infer<typeof measureSchema>;

const targetSchema = z.object({
  kind: z.union([labelKindSchema, z.literal('relevance')]),
  labelId: z.string(),
});

/** How right a model is, measured when it was trained and stored with it. */
export const modelFiguresSchema = z.object({
  measuredAt: instantSchema,
  /** On texts written for testing, of which `heldOut` were written after the cues; null for a beat without any. */
  gold: z
    .object({
      hash: z.string(),
      texts: z.number().int(),
      heldOut: z.number().int(),
      labels: z.array(targetSchema.extend({ all: measureSchema, heldOut: measureSchema })),
    })
    .nullable(),
  leastCorrections: z.number().int(),
  /**
   * On editors' corrections: what the model in force said of an article before an editor spoke. Labels without any are
   * left out, and those with fewer than `leastCorrections` say too little. Editors pick articles for their mistakes, so these figures are lower than those of a random sample.
   */
  corrections: z.array(targetSchema.extend({ measure: measureSchema })),
});
export type ModelFigures = z.infer<typeof modelFiguresSchema>;
