import { decodeText } from '@framewatch/charset';
import { Parser } from 'htmlparser2';
import type { FetchedDocument } from './fetch.types.ts';

/** A feed that a page names. */
export interface FeedLink {
  readonly url: string;
  readonly title: string | null;
  /** `link`: declared for readers. `anchor`: a visible link that looks like one. */
  readonly found: 'link' | 'anchor';
}

const FEED_TYPES =
  /^(application\/(rss|atom|rdf)\+xml|application\/feed\+json|text\/(rss|atom)\+?(xml)?)\s*(;|$)/i;
/** Types so broad that the address has to look like a feed as well. */
const BROAD_TYPES = /^(application|text)\/(xml|json)\s*(;|$)/i;
const FEED_ADDRESS = /(^|[/._-])(rss|atom|feeds?|rdf)([/._?&=-]|\d|$)|\.(rss|rdf|atom)$/i;
const SITEMAP_ADDRESS = /sitemap[^/]*\.(xml|txt)(\.gz)?$/i;
const MAX_LINKS = 30;

/** Feeds that a page's bytes name, whether or not it is HTML at all. Never throws. */
export function feedsNamedBy(page: Pick<FetchedDocument, 'bytes' | 'contentType' | 'finalUrl'>): FeedLink[] {
  const { text } = decodeText(page.bytes, { contentType: page.contentType ?? undefined, kind: 'html' });
  return feedLinks(text, page.finalUrl);
}

/** Feeds that an HTML page names, in its order, addresses resolved; declared ones first, each once. Never throws. */
export function feedLinks(html: string, pageUrl: string): FeedLink[] {
  const found: FeedLink[] = [];
  let base = pageUrl;
  const note = (href: string | undefined, title: string | undefined, how: FeedLink['found']) => {
    const url = resolveHttp(href, base);
    if (url !== null && found.length < MAX_LINKS)
      found.push({ url, title: title?.trim() || null, found: how });
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      const { href, title } = attributes;
      if (name === 'base' && base === pageUrl) base = resolveHttp(href, pageUrl) ?? pageUrl;
      if (name === 'link' && isFeedLink(attributes)) note(href, title, 'link');
      if (name === 'a' && FEED_ADDRESS.test(pathOf(href))) note(href, title, 'anchor');
    },
  });
  parser.end(html);
  return distinct(found);
}

function isFeedLink({ rel = '', type = '', href = '' }: Record<string, string>): boolean {
  const rels = rel.toLowerCase().split(/\s+/);
  if (rels.includes('feed') || rels.includes('sitemap')) return true;
  if (!rels.includes('alternate')) return false;
  return (
    FEED_TYPES.test(type) ||
    (BROAD_TYPES.test(type) && (FEED_ADDRESS.test(pathOf(href)) || SITEMAP_ADDRESS.test(pathOf(href))))
  );
}

function pathOf(href = ''): string {
  return URL.canParse(href, 'http://a/')
    ? new URL(href, 'http://a/').pathname + new URL(href, 'http://a/').search
    : '';
}

function resolveHttp(href: string | undefined, base: string): string | null {
  if (!href || !URL.canParse(href, base)) return null;
  const url = new URL(href, base);
  url.hash = '';
  return /^https?:$/.test(url.protocol) ? url.href : null;
}

function distinct(links: readonly FeedLink[]): FeedLink[] {
  const ordered = [
    ...links.filter(({ found }) => found === 'link'),
    ...links.filter(({ found }) => found === 'anchor'),
  ];
  const byUrl = new Map<string, FeedLink>();
  for (const link of ordered) if (!byUrl.has(link.url)) byUrl.set(link.url, link);
  return [...byUrl.values()];
}
