export { type Walk, WALK_BEGINS, type WalkState, walkSite } from './backfill/walk-site.ts';
export { paceOf } from './runtime/host-turn.ts';
export { createLog } from './runtime/log.ts';
export type { StageContext } from './runtime/stage-context.ts';
export { createStageContext } from './runtime/worker-runtime.ts';
export { userAgentOf } from './runtime/worker-runtime.ts';
export { type RunningWorker, startWorker } from './start-worker.ts';
