import type { ExtractedPage, PageContext } from '../page.ts';

/** One page for a thread. The bytes are copied to it, so that the caller keeps its own. */
export interface PoolRequest {
  readonly id: number;
  readonly page: Uint8Array | string;
  readonly context: PageContext;
}

/** What became of it. */
export type PoolReply =
  | { readonly id: number; readonly page: ExtractedPage }
  | { readonly id: number; readonly crash: string };
