import { extractArticle, type ExtractedPage, type PageContext } from '@framewatch/extraction';

/** Reads pages' bytes; a page that breaks the reader is a failure, never an exception. */
export interface PageReader {
  read(bytes: Uint8Array, page: PageContext): Promise<ExtractedPage | { kind: 'failed'; reason: string }>;
  close(): Promise<void>;
}

export function createPageReader(): PageReader {
  return {
    read: (bytes, page) => Promise.resolve(extractArticle(bytes, page)),
    close: () => Promise.resolve(),
  };
}
