import { readDate, type WrittenDate } from '@framewatch/dates';
import { contentText } from './content.ts';
import { newestFirst, recentlyChanged } from './newest-pages.ts';
import { oneLine } from './text.ts';
import { type FeedElement, firstChild } from './tree.ts';
import type { FeedEntry, FeedFormat, ReadFeed, SitemapLink, SitemapPages } from './types.ts';
import { webUrl } from './urls.ts';

/** One address of a sitemap. */
interface SitemapUrl {
  url: string;
  modified: WrittenDate | null;
  news: NewsDetails | null;
}

/** What Google's news namespace says of an address. */
interface NewsDetails {
  title: string;
  published: WrittenDate | null;
  outlet: string;
  language: string | null;
  keywords: string[];
}

/** The children of a sitemap index, in its order, each once; what has no address is left out. */
export function readSitemapLinks(elements: readonly FeedElement[]): SitemapLink[] {
  const byUrl = new Map<string, SitemapLink>();
  for (const element of elements) {
    const url = addressOf(element);
    if (url !== null && !byUrl.has(url)) byUrl.set(url, { url, modified: modifiedOf(element) });
  }
  return [...byUrl.values()];
}

/**
 * A sitemap's addresses as entries. Where some carry news details these alone count, since the rest is the site's
 * furniture. Without any, the pages that changed last stand in: by address, without title, their time of publication unknown.
 */
export function readUrlset(
  root: FeedElement,
  elements: readonly FeedElement[],
  how: Pick<ReadFeed, 'truncated' | 'notes'> & { pages: SitemapPages },
): ReadFeed {
  const urls = elements.flatMap(readUrl);
  if (how.pages === 'all') return wholeSitemap(urls, 'sitemap', how);
  const news = urls.filter((url) => url.news !== null);
  const isNews = news.length > 0 || (urls.length === 0 && namesNews(root));
  const picked = isNews ? newestFirst(news, publishedIn) : recentlyChanged(urls, modifiedIn);
  const notes = [...how.notes, ...picked.notes];
  if (isNews && news.length < urls.length)
    notes.push(`${urls.length - news.length} addresses without news details were left out.`);
  return {
    ...factsOf(picked.pages),
    format: isNews ? 'news-sitemap' : 'sitemap',
    truncated: how.truncated || picked.truncated,
    entries: picked.pages.map(toEntry),
    notes,
  };
}

/** A sitemap of bare addresses, one a line; null where the text is none. */
export function readTextSitemap(
  text: string,
  base: string,
  wanted: SitemapPages = 'recent',
): ReadFeed | null {
  if (!/^\s{0,1000}https?:\/\/\S/i.test(text)) return null;
  const lines = text.split(/\r\n?|\n/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const urls = lines.flatMap((line) => {
    const url = /^https?:\/\/\S+$/i.test(line) ? webUrl(line, base) : null;
    return url === null ? [] : [{ url, modified: null, news: null }];
  });
  // Prose may begin with an address; a list of addresses holds little else.
  if (urls.length < lines.length * 0.9) return null;
  if (wanted === 'all') return wholeSitemap(urls, 'text-sitemap', { truncated: false, notes: [] });
  const { pages, truncated, notes } = recentlyChanged(urls, modifiedIn);
  const format: FeedFormat = 'text-sitemap';
  return { ...factsOf(pages), format, truncated, entries: pages.map(toEntry), notes };
}

/** Every address once, in the sitemap's order, with what it says of news where it does. */
function wholeSitemap(
  urls: readonly SitemapUrl[],
  format: FeedFormat,
  { truncated, notes }: Pick<ReadFeed, 'truncated' | 'notes'>,
): ReadFeed {
  const pages = [...new Map(urls.map((url) => [url.url, url])).values()];
  return { ...factsOf(pages), format, truncated, entries: pages.map(toEntry), notes };
}

const publishedIn = ({ news }: SitemapUrl): WrittenDate | null => news?.published ?? null;
const modifiedIn = ({ modified }: SitemapUrl): WrittenDate | null => modified;

/** A prefix that is declared as something else is taken at its word: the address of the namespace is often misspelt. */
const keyed = (name: string): string[] => [`news:${name}`, `?news:${name}`];

function readUrl(element: FeedElement): SitemapUrl[] {
  const url = addressOf(element);
  return url === null ? [] : [{ url, modified: modifiedOf(element), news: readNews(element) }];
}

function addressOf(element: FeedElement): string | null {
  const loc = firstChild(element, ['loc']);
  return loc === undefined ? null : webUrl(oneLine(loc.text), loc.scope.base);
}

function modifiedOf(element: FeedElement): WrittenDate | null {
  const written = firstChild(element, ['lastmod'])?.text ?? '';
  return written === '' ? null : readDate(written);
}

function readNews(element: FeedElement): NewsDetails | null {
  const news = firstChild(element, keyed('news')) ?? element;
  const title = firstChild(news, keyed('title'));
  const date = firstChild(news, keyed('publication_date'));
  if (title === undefined && date === undefined) return null;
  const publication = firstChild(news, keyed('publication')) ?? news;
  const name = firstChild(publication, keyed('name'));
  return {
    title: title === undefined ? '' : contentText(title),
    published: date === undefined ? null : readDate(date.text),
    outlet: name === undefined ? '' : contentText(name),
    language: firstChild(publication, keyed('language'))?.text.trim() || null,
    keywords: keywordsOf(firstChild(news, keyed('keywords'))),
  };
}

function keywordsOf(element: FeedElement | undefined): string[] {
  const words = element === undefined ? [] : contentText(element).split(/[,;、，]/);
  return [...new Set(words.map((word) => word.trim()).filter((word) => word !== ''))];
}

/** Even an empty sitemap shows what it is for: many outlets publish nothing for two days. */
function namesNews(root: FeedElement): boolean {
  return root.attributes.some((value) => value.includes('sitemap-news'));
}

function toEntry({ url, modified, news }: SitemapUrl): FeedEntry {
  return {
    id: url,
    idIsFallback: true,
    title: news?.title ?? '',
    url,
    published: news?.published ?? null,
    updated: modified,
    authors: [],
    categories: news?.keywords ?? [],
    html: '',
    summaryHtml: '',
    summaryText: '',
    enclosures: [],
    language: news?.language ?? null,
  };
}

/** What a sitemap says of itself is what its entries say most often. */
function factsOf(urls: readonly SitemapUrl[]): Omit<ReadFeed, 'format' | 'truncated' | 'entries' | 'notes'> {
  return {
    kind: 'feed',
    reader: 'own',
    title: mostFrequent(urls.map(({ news }) => news?.outlet ?? '')) ?? '',
    homeUrl: null,
    selfUrl: null,
    hubUrl: null,
    language: mostFrequent(urls.map(({ news }) => news?.language ?? '')),
    ttlMinutes: null,
    skipHours: [],
    skipDays: [],
    updatePeriodMinutes: null,
  };
}

function mostFrequent(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}
