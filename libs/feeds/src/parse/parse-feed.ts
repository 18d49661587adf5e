import { decodeText } from '@framewatch/charset';
import { readJsonFeed } from './json-feed.ts';
import { limits } from './limits.ts';
import { readWithRssParser } from './rss-parser-reader.ts';
import { readTextSitemap } from './sitemap.ts';
import type { FeedFormat, ParsedFeed, ParseOptions, ReadFeed, SitemapIndex } from './types.ts';
import { unpack } from './unpack.ts';
import { readXmlFeed } from './xml-feed.ts';

/**
 * Reads a feed or sitemap of any format from its bytes, packed by gzip or not. Never rejects: what is no feed comes back as
 * such with a reason, and a feed beyond the limits is read up to them and marked as truncated. rss-parser is the second
 * reader: asked where the first finds no entry though the document shows signs of some, or on request; its use is recorded
 * in `reader` and `notes`.
 */
export async function parseFeed(bytes: Uint8Array, options: ParseOptions): Promise<ParsedFeed> {
  const unpacked = await unpack(bytes, limits.bytes);
  const { text, charset, source } = decodeText(unpacked.bytes, {
    contentType: options.contentType,
    kind: 'xml',
  });
  const read = await withSecondReader(readText(text, options), text, options);
  if (read.kind === 'not-a-feed') return read;
  if (unpacked.cut !== null) cutShort(read, unpacked.cut);
  if (read.kind === 'feed' && (source === 'detected' || source === 'fallback')) {
    read.notes.push(`The feed does not say truly how it is encoded; it was read as ${charset}.`);
  }
  return read;
}

function readText(text: string, { url, pages = 'recent' }: ParseOptions): ParsedFeed {
  if (isJson(text)) return readJsonFeed(text, url);
  return readTextSitemap(text, url, pages) ?? readXmlFeed(text, url, pages);
}

function isJson(text: string): boolean {
  return /^\s{0,1000}[{[]/.test(text);
}

function cutShort(read: ReadFeed | SitemapIndex, cut: 'size' | 'end'): void {
  read.truncated = true;
  read.notes.push(
    cut === 'size'
      ? `The feed is longer than ${limits.bytes / 1024 / 1024} MB; only that much was read.`
      : 'The packed file breaks off; what was whole of it was read.',
  );
}

/** No entry was read, though the text names some. What broke off is for rss-parser, which is strict, no feed at all. */
function mayHoldMore(first: ReadFeed, text: string): boolean {
  return first.entries.length === 0 && !first.truncated && /<(?:item|entry)\b/i.test(text);
}

const SECOND_READER_KNOWS_NONE_OF: ReadonlySet<FeedFormat> = new Set([
  'json',
  'news-sitemap',
  'sitemap',
  'text-sitemap',
]);

async function withSecondReader(first: ParsedFeed, text: string, options: ParseOptions): Promise<ParsedFeed> {
  if (first.kind !== 'feed' || SECOND_READER_KNOWS_NONE_OF.has(first.format)) return first;
  const asked = options.reader === 'rss-parser';
  if (!asked && !mayHoldMore(first, text)) return first;
  const second = await readWithRssParser(text, options.url);
  if (second.kind === 'failed') {
    return { ...first, notes: [...first.notes, `rss-parser was asked and gave nothing: ${second.reason}`] };
  }
  if (second.entries.length === 0) return first;
  const why = asked ? 'because the feed is set to it' : 'because the first reader found no entry';
  return {
    ...first,
    reader: 'rss-parser',
    entries: second.entries,
    notes: [...first.notes, `Read by rss-parser, ${why}.`],
  };
}
