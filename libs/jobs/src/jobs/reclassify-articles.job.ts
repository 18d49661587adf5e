import { type ReclassificationPayload, reclassificationPayloadSchema } from '@framewatch/contracts';
import type { JobContract } from '../job.ts';

export const reclassifyArticlesJob: JobContract<ReclassificationPayload> = {
  name: 'reclassify-articles',
  payload: reclassificationPayloadSchema,
  attempts: 3,
  backoffMs: 1000,
  why: 'three tries: only the database can fail here; requeue-stuck asks again for what is left',
  // While the database writes one range, the next one is read and judged; more would only take memory.
  concurrency: 2,
  id: ({ modelId, fromId }) => `model-${modelId}-articles-${fromId}`,
};
