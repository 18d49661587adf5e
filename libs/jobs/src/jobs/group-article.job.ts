import { type ArticlePayload, articlePayloadSchema } from '@framewatch/contracts';
import type { JobContract } from '../job.ts';

export const groupArticleJob: JobContract<ArticlePayload> = {
  name: 'group-article',
  payload: articlePayloadSchema,
  attempts: 3,
  backoffMs: 1000,
  why: 'three tries: only the database can fail here, and it comes back',
  concurrency: 4,
  id: ({ articleId }) => `articleId-${articleId}`,
};
