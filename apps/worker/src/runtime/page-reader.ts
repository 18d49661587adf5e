import { availableParallelism } from 'node:os';
import {
  createExtractionPool,
  type ExtractedPage,
  type ExtractionFailure,
  type PageContext,
} from '@framewatch/extraction';

/** Reads pages' bytes; a page that breaks the reader is a failure, never an exception. */
export interface PageReader {
  read(bytes: Uint8Array, page: PageContext): Promise<ExtractedPage | ExtractionFailure>;
  close(): Promise<void>;
}

/** A large page takes a fraction of a second; what takes this long is an attack or a mistake. */
const PAGE_TIMEOUT_MS = 15_000;
const THREAD_HEAP_MB = 256;
/** Pages wait for the network far longer than for a thread; more than this would only take memory. */
const MOST_THREADS = 4;

/** Threads of their own with limits: a hostile page stalls or kills its thread and nothing else. */
export function createPageReader(): PageReader {
  const pool = createExtractionPool({
    threads: Math.min(MOST_THREADS, availableParallelism()),
    timeoutMs: PAGE_TIMEOUT_MS,
    maxOldGenerationMb: THREAD_HEAP_MB,
  });
  return { read: (bytes, page) => pool.extract(bytes, page), close: () => pool.close() };
}
