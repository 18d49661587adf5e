import { emptyPayloadSchema } from '@framewatch/contracts';
import type { RecurringContract } from '../job.ts';

export const keepSubscriptionsJob: RecurringContract = {
  name: 'keep-subscriptions',
  payload: emptyPayloadSchema,
  attempts: 1,
  backoffMs: 0,
  why: 'one try: it runs again by itself',
  concurrency: 1,
  everyMs: 5_000,
  id: () => 'keep-subscriptions',
};
