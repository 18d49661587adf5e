import type { FoundFeeds } from '@framewatch/contracts';
import { type FeedLink, feedsNamedBy } from '../fetch/feed-links.ts';
import type { FetchedDocument } from '../fetch/fetch.types.ts';
import { looksLikeNews } from '../sitemaps/choose-sitemaps.ts';

/** An address at which a site seems to keep a feed; only reading it makes sure. */
export interface PossibleFeed {
  url: string;
  title: string | null;
  found: FoundFeeds['candidates'][number]['found'];
}

/** Paths of widespread publishing systems, the most frequent first; each tried costs the site a request. */
export const FEED_PATHS = ['/feed', '/rss.xml', '/rss', '/atom.xml', '/index.xml'];
export const SITEMAP_PATHS = ['/news-sitemap.xml', '/sitemap_news.xml', '/sitemap-news.xml', '/sitemap.xml'];

const MOST_LINKS = 4;

/** What a page names, the likeliest first: what it declares for readers, else the links that look like feeds. */
export function feedsOnPage(page: FetchedDocument): PossibleFeed[] {
  const links = feedsNamedBy(page);
  const declared = links.filter(({ found }) => found === 'link');
  return [...(declared.length > 0 ? declared : links)].sort(commentsLast).slice(0, MOST_LINKS);
}

/** Sitemaps that robots.txt names, the likeliest first: those under the address that was asked for, and news before all. */
export function sitemapsFor(address: string, sitemaps: readonly string[], most: number): PossibleFeed[] {
  const folder = new URL('.', address).href;
  const rank = (url: string) => Number(!url.startsWith(folder)) * 2 + Number(!looksLikeNews(url));
  return [...new Set(sitemaps)]
    .filter((url) => URL.canParse(url) && /^https?:/i.test(url))
    .sort((a, b) => rank(a) - rank(b))
    .slice(0, most)
    .map((url) => ({ url, title: null, found: 'robots' }));
}

export function isCommentFeed({ url, title }: { url: string; title: string | null }): boolean {
  return /comment|コメント/i.test(`${url} ${title ?? ''}`);
}

function commentsLast(a: FeedLink, b: FeedLink): number {
  return Number(isCommentFeed(a)) - Number(isCommentFeed(b));
}
