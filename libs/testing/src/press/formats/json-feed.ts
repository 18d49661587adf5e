import { isoWithOffset } from '../local-time.ts';
import { type FeedDocument, type FeedEntry, generator, isoDate } from './feed-document.ts';

/** JSON Feed 1.1: https://www.jsonfeed.org/version/1.1/ */
export function jsonFeed(feed: FeedDocument): string {
  return JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.link,
    feed_url: feed.self,
    ...(feed.hub === null ? {} : { hubs: [{ type: 'WebSub', url: feed.hub }] }),
    description: generator,
    language: feed.language,
    items: feed.entries.map(item),
  });
}

function item(entry: FeedEntry): Record<string, unknown> {
  const date = isoDate(entry);
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    summary: entry.summary,
    ...(entry.html === null ? { content_text: entry.summary } : { content_html: entry.html }),
    ...(date === null ? {} : { date_published: date }),
    ...(entry.updated > entry.published
      ? { date_modified: isoWithOffset(entry.updated, entry.offsetMinutes) }
      : {}),
    authors: [{ name: entry.author }],
    tags: [entry.section],
  };
}
