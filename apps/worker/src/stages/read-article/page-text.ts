import type { ArticlePage } from '@framewatch/extraction';
import type { FetchedDocument } from '@framewatch/feeds';
import { searchWords } from '@framewatch/search-words';
import type { ArticleRow, ReadText } from '@framewatch/store';
import { hashOf, statedTime } from '../poll-feed/found-entries.ts';

/** Texts that came from the page itself. */
const PAGE_SOURCES = new Set(['page', 'page-cut']);

/** Whether the article's text is its page's, and no stand-in. */
export const isFromPage = ({ text_source }: ArticleRow): boolean => PAGE_SOURCES.has(text_source);

/** What a page says, as the article's text. */
export function fromPage(article: ArticleRow, page: ArticlePage, fetched: FetchedDocument): ReadText {
  const title = page.title ?? article.title;
  const language = page.language ?? 'und';
  const cut = page.truncated !== null || fetched.truncated;
  return {
    title,
    text: page.text,
    authors: page.authors.length > 0 ? [...page.authors] : article.authors,
    language,
    textSource: cut ? 'page-cut' : 'page',
    method: page.method,
    quality: page.quality,
    note: page.truncated === 'paywall' ? 'only the part before the paywall could be read' : null,
    canonicalUrl: page.canonicalUrl,
    contentHash: hashOf(page.text),
    ...timeOf(article, page.published),
    searchWords: searchWords(`${title} ${page.text}`, language),
    page: pageRead(page, fetched),
  };
}

function pageRead(page: ArticlePage, fetched: FetchedDocument): NonNullable<ReadText['page']> {
  return {
    url: fetched.finalUrl,
    etag: fetched.etag,
    lastModified: fetched.lastModified,
    modifiedAt: page.modified?.instant ?? null,
    modifiedOffsetMinutes: page.modified?.offsetMinutes ?? null,
    siteName: page.siteName,
    section: page.section,
    leadImage: page.leadImage,
    truncation: page.truncated ?? (fetched.truncated ? 'size' : null),
  };
}

/** The feed's words stand in for a page that could not be read; the reason is kept and shown. */
export function standIn(article: ArticleRow, why: string): ReadText {
  if (isFromPage(article)) return asBefore(article, `could not be read again: ${why}`);
  const text = article.feed_text ?? '';
  return {
    title: article.title,
    text,
    authors: article.authors,
    language: 'und',
    textSource: text === '' ? 'none' : article.feed_text_is_whole ? 'feed-content' : 'feed-summary',
    method: null,
    quality: null,
    note: why,
    canonicalUrl: null,
    contentHash: hashOf(text),
    ...timeOf(article, null),
    searchWords: searchWords(`${article.title} ${text}`, 'und'),
  };
}

/** A page that was read once and is closed now: its text stays, for the feed's summary would be a step back. */
export function asBefore(article: ArticleRow, note: string | null): ReadText {
  return {
    title: article.title,
    text: article.text,
    authors: article.authors,
    language: article.language,
    textSource: article.text_source,
    method: article.extraction_method,
    quality: article.extraction_quality,
    note,
    canonicalUrl: article.canonical_url,
    contentHash: article.content_hash ?? hashOf(article.text),
    ...timeOf(article, null),
    searchWords: searchWords(`${article.title} ${article.text}`, article.language),
  };
}

/** The feed's date comes first: it names the moment of publication, a page's often that of its last edit. */
function timeOf(article: ArticleRow, page: { instant: string; offsetMinutes: number | null } | null) {
  if (article.date_is_stated || page === null)
    return {
      statedAt: article.stated_at?.toISOString() ?? null,
      offsetMinutes: article.offset_minutes,
      countedAt: article.counted_at.toISOString(),
      dateIsStated: article.date_is_stated,
    };
  return statedTime(page, article.first_seen_at);
}
