import { type ArticlePayload, articlePayloadSchema } from '@framewatch/contracts';
import type { JobContract } from '../job.ts';

export const rereadArticleJob: JobContract<ArticlePayload> = {
  name: 'reread-article',
  payload: articlePayloadSchema,
  attempts: 3,
  backoffMs: 2000,
  why: 'three tries: an article on which each fails stays as it is, and its next reading is a new chance',
  concurrency: 2,
  id: ({ articleId }) => `articleId-${articleId}`,
};
