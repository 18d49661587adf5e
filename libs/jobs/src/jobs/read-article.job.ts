import { type ArticlePayload, articlePayloadSchema } from '@framewatch/contracts';
import type { JobContract } from '../job.ts';

export const readArticleJob: JobContract<ArticlePayload> = {
  name: 'read-article',
  payload: articlePayloadSchema,
  attempts: 3,
  backoffMs: 2000,
  why: 'three tries: a page that breaks the reader thrice is quarantined by requeue-stuck',
  concurrency: 8,
  id: ({ articleId }) => `articleId-${articleId}`,
};
