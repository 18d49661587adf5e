import { Worker } from 'node:worker_threads';
import type { ExtractedPage, PageContext } from '../page.ts';
import type { ExtractionFailure, ExtractionPoolOptions } from './extraction-pool.ts';
import type { PoolReply, PoolRequest } from './protocol.ts';

type Outcome = ExtractedPage | ExtractionFailure;
type Limits = Pick<ExtractionPoolOptions, 'timeoutMs' | 'maxOldGenerationMb'>;

/** One place of the pool: a thread that reads a page at a time and is replaced when a page has cost it its life. */
export class PoolThread {
  private readonly entry: URL;
  private readonly limits: Limits;
  private worker: Worker | null = null;
  private sent = 0;

  constructor(entry: URL, limits: Limits) {
    this.entry = entry;
    this.limits = limits;
  }

  /** Reads one page; must not be called again before it is answered. Never rejects. */
  run(page: Uint8Array | string, context: PageContext): Promise<Outcome> {
    const worker = this.start();
    this.sent += 1;
    const id = this.sent;
    return new Promise((resolve) => {
      const finish = (outcome: Outcome) => {
        clearTimeout(timer);
        worker.off('message', onMessage);
        worker.off('error', onError);
        worker.off('exit', onExit);
        worker.unref();
        resolve(outcome);
      };
      const fail = (reason: ExtractionFailure['reason'], detail: string) => {
        this.worker = null;
        finish({ kind: 'failed', reason, detail });
        worker.on('error', () => undefined);
        void worker.terminate();
      };
      const onMessage = (reply: PoolReply) => {
        if (reply.id !== id) return;
        finish('page' in reply ? reply.page : { kind: 'failed', reason: 'crash', detail: reply.crash });
      };
      const onError = (error: Error & { code?: string }) =>
        fail(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'crash', error.message);
      const onExit = (code: number) => fail('crash', `The thread ended with code ${code}.`);
      const timer = setTimeout(
        () => fail('timeout', `Longer than ${this.limits.timeoutMs} ms.`),
        this.limits.timeoutMs,
      );
      worker.on('message', onMessage);
      worker.on('error', onError);
      worker.on('exit', onExit);
      worker.ref();
      worker.postMessage({ id, page, context } satisfies PoolRequest);
    });
  }

  /** Ends the thread; a page that it was reading is answered as crashed. */
  async stop(): Promise<void> {
    const worker = this.worker;
    this.worker = null;
    await worker?.terminate();
  }

  private start(): Worker {
    if (this.worker !== null) return this.worker;
    const worker = new Worker(this.entry, {
      resourceLimits: { maxOldGenerationSizeMb: this.limits.maxOldGenerationMb },
      execArgv: [],
    });
    // An idle thread that dies is noticed by the next page; until then nobody listens.
    worker.on('exit', () => {
      if (this.worker === worker) this.worker = null;
    });
    worker.unref();
    this.worker = worker;
    return worker;
  }
}
