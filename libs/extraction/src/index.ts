export { extractArticle } from './extract.ts';
export type {
  ArticlePage,
  ExtractedPage,
  NotAnArticleReason,
  OtherPage,
  PageContext,
  PageDate,
  Truncation,
} from './page.ts';
