import { readEnvironment } from '@framewatch/config';
import { startWorker } from './start-worker.ts';

/** The worker as a process of its own; a parent hears when it is ready, and its end ends this too. */
const worker = await startWorker(readEnvironment(process.env));
process.send?.({ ready: true });

let stopping = false;
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  void worker.close().then(() => process.exit(0));
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);
