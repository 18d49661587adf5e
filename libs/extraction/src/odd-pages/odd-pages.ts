import { extractArticle } from '../extract.ts';
import type { ExtractedPage } from '../page.ts';
import { BROKEN_PAGES } from './broken-pages.ts';
import { NEWS_PAGES } from './news-pages.ts';
import type { OddPage } from './odd-page.ts';
import { CUT_PAGES, OTHER_PAGES } from './other-pages.ts';

/** All named cases, for the spec and for `npm run report:pages`. */
export const ODD_PAGES: readonly OddPage[] = [...BROKEN_PAGES, ...NEWS_PAGES, ...CUT_PAGES, ...OTHER_PAGES];

/** What came out of a case. */
export function readOddPage({ html, url, contentType }: OddPage): ExtractedPage {
  return extractArticle(html, {
    url: url ?? 'https://news.example.com/2026/05/03/plan',
    contentType,
    seenAt: '2026-05-04T00:00:00Z',
  });
}
