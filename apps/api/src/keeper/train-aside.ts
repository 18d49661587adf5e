import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { BeatTraining, TrainedAside } from './training-thread.ts';

/**
 * Trains a model in a thread of its own, for it takes a second or two in which this process answers everybody else.
 * Gives its version and what the gold set says of it. Rejects where training fails.
 */
export function trainAside(training: BeatTraining): Promise<TrainedAside> {
  const thread = new Worker(threadEntry(), { workerData: training, execArgv: [] });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`The training thread ended with ${code}.`)));
  });
}

/** Threads run the compiled entry, also where this file is run from its source. */
function threadEntry(): URL {
  const here = new URL('./training-thread.js', import.meta.url);
  return existsSync(fileURLToPath(here))
    ? here
    : new URL('../../dist/keeper/training-thread.js', import.meta.url);
}
