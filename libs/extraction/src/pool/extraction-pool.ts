import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { ExtractedPage, PageContext } from '../page.ts';
import { PoolThread } from './pool-thread.ts';

export interface ExtractionPoolOptions {
  /** How many pages are read at once. */
  readonly threads: number;
  /** Milliseconds for one page; what takes longer is stopped with its thread. */
  readonly timeoutMs: number;
  /** Heap of one thread in megabytes; a page that needs more ends its thread, not the process. */
  readonly maxOldGenerationMb: number;
  /** Another thread entry, for tests. */
  readonly entry?: URL;
}

export type ExtractionFailure = {
  readonly kind: 'failed';
  readonly reason: 'timeout' | 'memory' | 'crash';
  readonly detail: string;
};

export interface ExtractionPool {
  /** Extracts a page in a thread of the pool; waits where all are busy. Never rejects but after `close`. */
  extract(page: Uint8Array | string, context: PageContext): Promise<ExtractedPage | ExtractionFailure>;
  /** Stops all threads; pages still waiting are answered as crashed. */
  close(): Promise<void>;
}

interface Waiting {
  readonly page: Uint8Array | string;
  readonly context: PageContext;
  readonly settle: (outcome: ExtractedPage | ExtractionFailure) => void;
}

/**
 * Extraction where a hostile page can stall or kill nothing but its own thread, which is replaced. Threads start when
 * first needed and keep no process alive while idle.
 */
export function createExtractionPool(options: ExtractionPoolOptions): ExtractionPool {
  const entry = options.entry ?? threadEntry();
  const idle = Array.from({ length: options.threads }, () => new PoolThread(entry, options));
  const all = [...idle];
  const queue: Waiting[] = [];
  let closed = false;

  const next = (): void => {
    while (queue.length > 0 && idle.length > 0) {
      const thread = idle.pop()!;
      const { page, context, settle } = queue.shift()!;
      void thread.run(page, context).then((outcome) => {
        settle(outcome);
        idle.push(thread);
        next();
      });
    }
  };

  return {
    extract(page, context) {
      if (closed) return Promise.reject(new Error('The extraction pool is closed.'));
      return new Promise((settle) => {
        queue.push({ page, context, settle });
        next();
      });
    },
    async close() {
      closed = true;
      for (const { settle } of queue.splice(0))
        settle({ kind: 'failed', reason: 'crash', detail: 'The pool was closed.' });
      await Promise.all(all.map((thread) => thread.stop()));
    },
  };
}

/** The built thread beside this file; from sources, where Node cannot run it, the one in dist. */
function threadEntry(): URL {
  const here = new URL('./thread.js', import.meta.url);
  return existsSync(fileURLToPath(here)) ? here : new URL('../../dist/pool/thread.js', import.meta.url);
}
