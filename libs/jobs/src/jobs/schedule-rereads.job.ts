import { emptyPayloadSchema } from '@framewatch/contracts';
import type { RecurringContract } from '../job.ts';

export const scheduleRereadsJob: RecurringContract = {
  name: 'schedule-rereads',
  payload: emptyPayloadSchema,
  attempts: 1,
  backoffMs: 0,
  why: 'one try: it runs again by itself',
  concurrency: 1,
  everyMs: 30_000,
  id: () => 'schedule-rereads',
};
