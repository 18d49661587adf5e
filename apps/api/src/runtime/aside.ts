import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/**
 * Runs a thread with `data` as its `workerData` and gives the one message that it answers with, so that what takes
 * seconds holds up nobody else. `entry`: `new URL('./NAME.js', import.meta.url)`. Rejects where the thread fails.
 */
export function aside<Answer>(entry: URL, data: unknown): Promise<Answer> {
  const thread = new Worker(compiled(entry), { workerData: data, execArgv: [] });
  return new Promise((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`The thread ended with ${code} and no answer.`)));
  });
}

/** Threads run the compiled entry, also where their caller is run from its source. */
function compiled(entry: URL): URL {
  return existsSync(fileURLToPath(entry)) ? entry : new URL(entry.href.replace('/src/', '/dist/'));
}
