import type { ArticlePage, ExtractedPage, ExtractionFailure, PageContext } from '@framewatch/extraction';
import { problemOfUrl } from './foreign-article.ts';
import { type ForeignArticle, type Refusal, refused } from './records.ts';

/** Reads one page's bytes; hostile ones cost at most their own turn. */
export type ReadPage = (
  bytes: Uint8Array,
  context: PageContext,
) => Promise<ExtractedPage | ExtractionFailure>;

type Found = { kind: 'foreign'; article: ForeignArticle } | Refusal;

/** Stands for the address of a page that is not known; nothing can be published there. */
const NOWHERE = 'https://address-unknown.invalid/page';

/**
 * A page as an article; its address is the given one, else what the page calls itself. A page that extraction takes for
 * no article is refused with its reason.
 */
export async function articleFromPage(
  bytes: Uint8Array,
  {
    url,
    contentType,
    seenAt,
  }: { url: string | null; contentType?: string | undefined; seenAt?: string | undefined },
  readPage: ReadPage,
): Promise<Found> {
  const known = url === null ? null : problemOfUrl(url);
  if (known) return known;
  const page = await readPage(bytes, { url: url ?? NOWHERE, contentType, seenAt });
  if (page.kind === 'failed') return refused('not-an-article', `The page cannot be read: ${page.detail}.`);
  if (page.kind === 'not-an-article')
    return refused('not-an-article', `The page is no article: ${page.detail}.`);
  const own = page.canonicalUrl?.startsWith(new URL(NOWHERE).origin) ? null : page.canonicalUrl;
  const address = url ?? own;
  if (address === null || address === undefined)
    return refused(
      'no-url',
      'The page does not name its address. Put a .url file of the same name beside it, or give --base.',
    );
  const problem = problemOfUrl(address);
  if (problem) return problem;
  if (page.title === null) return refused('no-title', 'The page has no headline.');
  return { kind: 'foreign', article: articleOf(page, page.title, address) };
}

const articleOf = (page: ArticlePage, title: string, url: string): ForeignArticle => ({
  url,
  title,
  text: page.text,
  summary: '',
  published: page.published && {
    instant: page.published.instant,
    offsetMinutes: page.published.offsetMinutes,
  },
  authors: [...page.authors],
  language: page.language,
  outlet: { name: null, country: null, group: null },
  page: {
    method: page.method,
    quality: page.quality,
    siteName: page.siteName,
    canonicalUrl: page.canonicalUrl ?? url,
  },
});
