import { emptyPayloadSchema } from '@framewatch/contracts';
import type { RecurringContract } from '../job.ts';

export const scheduleWaitingJob: RecurringContract = {
  name: 'schedule-waiting',
  payload: emptyPayloadSchema,
  attempts: 1,
  backoffMs: 0,
  why: 'one try: it runs again by itself',
  concurrency: 1,
  everyMs: 1_000,
  id: () => 'schedule-waiting',
};
