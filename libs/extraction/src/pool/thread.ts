import { parentPort } from 'node:worker_threads';
import { extractArticle } from '../extract.ts';
import type { PoolReply, PoolRequest } from './protocol.ts';

/** Runs in a thread of the pool: one page in, one answer out. */
parentPort?.on('message', ({ id, page, context }: PoolRequest) => {
  parentPort?.postMessage(answer(id, page, context));
});

function answer(id: number, page: PoolRequest['page'], context: PoolRequest['context']): PoolReply {
  try {
    return { id, page: extractArticle(page, context) };
  } catch (error) {
    return { id, crash: error instanceof Error ? error.message : String(error) };
  }
}
