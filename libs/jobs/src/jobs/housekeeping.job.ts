import { emptyPayloadSchema } from '@framewatch/contracts';
import type { RecurringContract } from '../job.ts';

export const housekeepingJob: RecurringContract = {
  name: 'housekeeping',
  payload: emptyPayloadSchema,
  attempts: 1,
  backoffMs: 0,
  why: 'one try: it runs again by itself',
  concurrency: 1,
  everyMs: 3_600_000,
  id: () => 'housekeeping',
};
