export { userAgentOf } from './runtime/worker-runtime.ts';
export { type RunningWorker, startWorker } from './start-worker.ts';
