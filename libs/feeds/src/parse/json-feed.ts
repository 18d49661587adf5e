import { readDate } from '@framewatch/dates';
import { fallbackId } from './entry.ts';
import { limits } from './limits.ts';
import { personName } from './people.ts';
import { sanitise } from './sanitise.ts';
import { htmlToText } from './html-text.ts';
import { escapeHtml, oneLine } from './text.ts';
import type { Enclosure, FeedEntry, ParsedFeed } from './types.ts';
import { webUrl } from './urls.ts';

type Fields = Record<string, unknown>;

/** A feed from JSON text (JSON Feed 1.0 and 1.1), or why it is none. */
export function readJsonFeed(text: string, url: string): ParsedFeed {
  const feed = parse(text);
  if (feed === null)
    return { kind: 'not-a-feed', reason: 'The document looks like JSON, but cannot be read as such.' };
  const items = listOf(feed['items']);
  if (
    !textOf(feed['version']).includes('jsonfeed.org') &&
    !(Array.isArray(feed['items']) && ('title' in feed || 'version' in feed))
  ) {
    return { kind: 'not-a-feed', reason: 'This is JSON, but no JSON Feed.' };
  }
  const whole = items.slice(0, limits.entries).map(fieldsOf);
  const authors = peopleOf(feed);
  const truncated = items.length > limits.entries;
  return {
    kind: 'feed',
    format: 'json',
    title: htmlToText(textOf(feed['title'])),
    homeUrl: webUrl(textOf(feed['home_page_url']), url),
    selfUrl: webUrl(textOf(feed['feed_url']), url),
    hubUrl: hubOf(feed, url),
    language: textOf(feed['language']).trim() || null,
    ttlMinutes: null,
    skipHours: [],
    skipDays: [],
    updatePeriodMinutes: null,
    reader: 'own',
    truncated,
    entries: whole.map((item) => readItem(item, url, authors)),
    notes: truncated
      ? [`The feed holds more than ${limits.entries} entries; the first ${limits.entries} were read.`]
      : [],
  };
}

function parse(text: string): Fields | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? (value as Fields) : null;
  } catch {
    return null;
  }
}

function readItem(item: Fields, base: string, feedAuthors: string[]): FeedEntry {
  const title = htmlToText(textOf(item['title']));
  const url = webUrl(textOf(item['url']), base) ?? webUrl(textOf(item['external_url']), base) ?? idUrl(item);
  const summary = textOf(item['summary']);
  const plain = textOf(item['content_text']);
  const html = textOf(item['content_html']);
  const summaryHtml = escapeHtml(summary.trim());
  const own = peopleOf(item);
  const updated = readDate(textOf(item['date_modified']));
  const content =
    html === '' ? escapeHtml(plain.trim()) : sanitise(html, { base: url ?? base, syntax: 'html' });
  return {
    ...fallbackId(oneLine(textOf(item['id'])), url, [title, content]),
    title,
    url,
    published: readDate(textOf(item['date_published'])) ?? updated,
    updated,
    authors: own.length > 0 ? own : feedAuthors,
    categories: listOf(item['tags']).map(textOf).map(oneLine).filter(Boolean),
    html: content || summaryHtml,
    summaryHtml,
    summaryText: oneLine(summary).slice(0, limits.summaryLength),
    enclosures: listOf(item['attachments']).flatMap((one) => attachment(fieldsOf(one), base)),
    language: textOf(item['language']).trim() || null,
  };
}

/** An id that is an address stands in for a missing one (JSON Feed 1.1 advises publishers to use it so). */
function idUrl(item: Fields): string | null {
  const id = textOf(item['id']);
  return /^https?:\/\//i.test(id) ? webUrl(id, id) : null;
}

function peopleOf(holder: Fields): string[] {
  const people = [...listOf(holder['authors']), ...listOf([holder['author']])].map((one) => {
    const person = fieldsOf(one);
    return personName(textOf(person['name']) || textOf(person['url']));
  });
  return [...new Set(people.filter((name) => name !== ''))];
}

function hubOf(feed: Fields, base: string): string | null {
  const hub = listOf(feed['hubs'])
    .map(fieldsOf)
    .find((one) => /websub/i.test(textOf(one['type'])));
  return hub === undefined ? null : webUrl(textOf(hub['url']), base);
}

function attachment(fields: Fields, base: string): Enclosure[] {
  const url = webUrl(textOf(fields['url']), base);
  const bytes = fields['size_in_bytes'];
  return url === null
    ? []
    : [
        {
          url,
          type: textOf(fields['mime_type']).trim() || null,
          bytes: typeof bytes === 'number' ? bytes : null,
        },
      ];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function fieldsOf(value: unknown): Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Fields) : {};
}
