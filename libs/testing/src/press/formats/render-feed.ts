import type { FeedFormat } from '../types.ts';
import { atom1, atom03 } from './atom.ts';
import type { FeedDocument } from './feed-document.ts';
import { jsonFeed } from './json-feed.ts';
import { rdf, rss2, rss091 } from './rss.ts';
import { newsSitemap } from './sitemap.ts';

const writers: Record<FeedFormat, { contentType: string; write: (feed: FeedDocument) => string }> = {
  rss2: { contentType: 'application/rss+xml', write: rss2 },
  rss091: { contentType: 'text/xml', write: rss091 },
  rdf: { contentType: 'application/rdf+xml', write: rdf },
  atom1: { contentType: 'application/atom+xml', write: atom1 },
  atom03: { contentType: 'application/xml', write: atom03 },
  json: { contentType: 'application/feed+json', write: jsonFeed },
  'news-sitemap': { contentType: 'application/xml', write: newsSitemap },
};

/** The feed's text in a format, and the content type that goes with it (without charset). */
export function renderFeed(format: FeedFormat, feed: FeedDocument): { text: string; contentType: string } {
  const { contentType, write } = writers[format];
  return { text: write(feed), contentType };
}
