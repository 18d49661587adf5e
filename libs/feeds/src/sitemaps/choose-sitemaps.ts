import type { SitemapLink } from '../parse/types.ts';

const NEWS = /news|latest|recent|today|headline|current|googlenews/i;
/** What a site keeps beside its articles. */
const FURNITURE =
  /(image|img|video|photo|gallery|categor|tag|author|user|product|static|taxonom|attachment|location|hreflang|faq)/i;
const ARTICLES = /post|article|stor(y|ies)|entr(y|ies)|release|press|blog/i;

/**
 * The sitemaps of an index that most likely hold what is new, the best first: those called news, then by the date that the
 * index gives, then by the date or number in their names, since publishing systems cut their archives by month or by count.
 */
export function chooseSitemaps(sitemaps: readonly SitemapLink[], most: number): SitemapLink[] {
  return [...sitemaps].sort(byPromise).slice(0, most);
}

/** Whether an address is called as sitemaps for news are. */
export function looksLikeNews(url: string): boolean {
  return NEWS.test(pathOf(url));
}

function byPromise(a: SitemapLink, b: SitemapLink): number {
  return (
    Number(looksLikeNews(b.url)) - Number(looksLikeNews(a.url)) ||
    Number(isFurniture(a.url)) - Number(isFurniture(b.url)) ||
    compare(b.modified?.instant ?? '', a.modified?.instant ?? '') ||
    Number(ARTICLES.test(pathOf(b.url))) - Number(ARTICLES.test(pathOf(a.url))) ||
    compare(numbersOf(b.url), numbersOf(a.url))
  );
}

function isFurniture(url: string): boolean {
  return FURNITURE.test(pathOf(url)) && !ARTICLES.test(pathOf(url));
}

/** The host says nothing: a paper called `news.example` has archives as well. */
function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

/** The numbers of a name, made comparable as text: `post-sitemap12` comes after `post-sitemap9`, `2026-11` after `2026-9`. */
function numbersOf(url: string): string {
  return (pathOf(url).match(/\d+/g) ?? []).map((digits) => digits.padStart(10, '0').slice(-10)).join(' ');
}

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
