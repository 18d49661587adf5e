/** What the worker reads a feed with, under the names that feed evaluators ask for. Built first: `npm run build`. */
import { parseFeed } from '../../libs/feeds/dist/index.js';

export async function parse(bytes, { url, contentType }) {
  const feed = await parseFeed(bytes, { url, contentType });
  if (feed.kind === 'not-a-feed') throw new Error(feed.reason);
  // Sitemaps are sources of ours, but no feeds in the sense of these evaluators.
  if (feed.kind === 'sitemap-index' || feed.format.endsWith('sitemap'))
    throw new Error('a sitemap, not a feed');
  return {
    title: feed.title,
    items: feed.entries.map((entry) => ({
      id: entry.id,
      title: entry.title,
      url: entry.url,
      published: entry.published?.instant ?? null,
      author: entry.authors.join(', '),
      html: entry.html,
    })),
  };
}
