import { type PushPayload, pushPayloadSchema } from '@framewatch/contracts';
import type { JobContract } from '../job.ts';

export const takePushJob: JobContract<PushPayload> = {
  name: 'take-push',
  payload: pushPayloadSchema,
  attempts: 3,
  backoffMs: 1000,
  why: 'three tries: only the database can fail here; keep-subscriptions brings back what is still there',
  concurrency: 4,
  id: ({ pushId }) => `pushId-${pushId}`,
};
