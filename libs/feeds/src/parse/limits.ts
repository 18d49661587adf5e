/**
 * What one feed may cost. A feed beyond a limit is read up to it and marked as truncated, never refused in silence.
 * The largest real feeds known hold some 1,000 entries in 10 MB.
 */
export const limits = {
  bytes: 64 * 1024 * 1024,
  entries: 2_000,
  /** Addresses in one sitemap (sitemaps.org); of these, no more than `entries` are handed on. */
  sitemapEntries: 50_000,
  /** Elements within elements; XHTML in an entry does not count, since it is not made into a tree. */
  depth: 4_000,
  /** Elements kept outside of entries, and in one entry. */
  elements: 20_000,
  attributes: 256,
  /** Milliseconds for one pass over the document. */
  time: 4_000,
  /** Entities that a document defines for itself: how many, how long, and how much text they may add. */
  entities: 200,
  entityLength: 1_000,
  entityBudget: 200_000,
  /** Elements within elements of one entry's HTML. */
  htmlDepth: 200,
  summaryLength: 500,
  /** What the second reader may see and take: its own expressions need quadratic time, so it runs aside. */
  secondReaderBytes: 8 * 1024 * 1024,
  secondReaderTime: 4_000,
  secondReaderMegabytes: 256,
} as const;
