import { z } from 'zod';
import { idSchema, instantSchema } from './articles.ts';

/** What `/api/events` sends. It names what changed; the page asks for it again, so that one code path draws both. */
export const liveEventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('article'),
    articleId: idSchema,
    beat: z.string(),
    relevant: z.boolean(),
    at: instantSchema,
  }),
  z.object({ kind: z.literal('alert'), alertId: idSchema, at: instantSchema }),
  z.object({ kind: z.literal('feed'), feedId: idSchema, state: z.string(), at: instantSchema }),
  z.object({ kind: z.literal('model'), beat: z.string(), version: z.string(), at: instantSchema }),
  z.object({ kind: z.literal('config'), file: z.string(), problems: z.number().int(), at: instantSchema }),
]);
export type LiveEvent = z.infer<typeof liveEventSchema>;
