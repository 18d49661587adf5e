import { emptyPayloadSchema } from '@framewatch/contracts';
import type { RecurringContract } from '../job.ts';

export const watchTrendsJob: RecurringContract = {
  name: 'watch-trends',
  payload: emptyPayloadSchema,
  attempts: 1,
  backoffMs: 0,
  why: 'one try: it runs again by itself',
  concurrency: 1,
  everyMs: 60_000,
  id: () => 'watch-trends',
};
