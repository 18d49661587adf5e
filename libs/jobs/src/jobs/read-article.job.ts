import { type ArticlePayload, articlePayloadSchema } from '@framewatch/contracts';
import type { JobContract } from '../job.ts';

export const readArticleJob: JobContract<ArticlePayload> = {
  name: 'read-article',
  payload: articlePayloadSchema,
  attempts: 3,
  backoffMs: 2000,
  why: 'three tries: then requeue-stuck brings it back, and an article that fails each time is quarantined',
  concurrency: 8,
  id: ({ articleId }) => `articleId-${articleId}`,
};
