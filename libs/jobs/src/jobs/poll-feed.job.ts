import { type FeedPayload, feedPayloadSchema } from '@framewatch/contracts';
import type { JobContract } from '../job.ts';

export const pollFeedJob: JobContract<FeedPayload> = {
  name: 'poll-feed',
  payload: feedPayloadSchema,
  attempts: 1,
  backoffMs: 0,
  why: 'one try: the next poll is itself a retry',
  concurrency: 8,
  id: ({ feedId }) => `feedId-${feedId}`,
};
