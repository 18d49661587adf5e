import { type SubscriptionPayload, subscriptionPayloadSchema } from '@framewatch/contracts';
import type { JobContract } from '../job.ts';

export const askHubJob: JobContract<SubscriptionPayload> = {
  name: 'ask-hub',
  payload: subscriptionPayloadSchema,
  attempts: 1,
  backoffMs: 0,
  why: 'one try: the subscription counts its own attempts and backs off',
  concurrency: 4,
  id: ({ subscriptionId }) => `subscriptionId-${subscriptionId}`,
};
