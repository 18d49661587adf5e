export { findRedisProblem, migrateQueues, type QueueConnection, useQueueBackend } from './backend.ts';
export type { JobContract } from './job.ts';
export { JOBS, type PayloadOf, PIPELINE, RECURRING } from './pipeline.ts';
export { type JobQueues, openQueues, type Urgency } from './queues.ts';
