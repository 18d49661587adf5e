export { extractArticle } from './extract.ts';
export { textOfMarkup } from './markup-text.ts';
export type {
  ArticlePage,
  ExtractedPage,
  NotAnArticleReason,
  OtherPage,
  PageContext,
  PageDate,
  Truncation,
} from './page.ts';
export {
  createExtractionPool,
  type ExtractionFailure,
  type ExtractionPool,
  type ExtractionPoolOptions,
} from './pool/extraction-pool.ts';
