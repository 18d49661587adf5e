/** Injection tokens: interfaces leave no trace at run time, so Nest finds these by name. */
export const STAGE_CONTEXT = Symbol('StageContext');
export const QUEUES = Symbol('JobQueues');
