import { type ArticlePayload, articlePayloadSchema } from '@framewatch/contracts';
import type { JobContract } from '../job.ts';

export const raiseAlertsJob: JobContract<ArticlePayload> = {
  name: 'raise-alerts',
  payload: articlePayloadSchema,
  attempts: 3,
  backoffMs: 500,
  why: 'three tries: only the database can fail here; requeue-stuck raises what is still missing',
  concurrency: 4,
  id: ({ articleId }) => `articleId-${articleId}`,
};
