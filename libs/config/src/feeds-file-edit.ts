import { isDeepStrictEqual } from 'node:util';
import { type Document, isMap, isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml';
import type { FeedConfig } from '@framewatch/contracts';
import { comparableUrl } from './feeds-file.ts';
import { lastOffset, lineEnd, lineOf, lineStart, startOf } from './yaml-places.ts';

/**
 * The text of feeds.yaml with one more entry at the end of its list. Every other character stays where the list is
 * written one key a line; comments stay in any case. Throws where the text is no YAML with a list of feeds.
 */
export function addFeedToFile(text: string, feed: FeedConfig): string {
  const { document, list } = feedList(text);
  const expected = [...(list.toJSON() as unknown[]), feed];
  const last = list.items.at(-1);
  if (last && !list.flow) {
    const end = lineEnd(text, lastOffset(last));
    const indent = /^[ \t]*/.exec(lineOf(text, startOf(list.items[0])))?.[0] ?? '';
    const entry = feedAsYaml(feed, indent);
    const added = `${text.slice(0, end)}\n${entry}${text.slice(end)}`;
    const withEol = text.includes('\r\n') ? added.replace(/\r?\n/g, '\r\n') : added;
    if (holds(withEol, expected)) return withEol;
  }
  list.flow = false;
  list.add(document.createNode(feed));
  return document.toString({ lineWidth: 0 });
}

/** An entry as it stands in the list of feeds.yaml, without a line break at its end. */
export function feedAsYaml(feed: FeedConfig, indent = '  '): string {
  return stringify([feed], { lineWidth: 0 }).trimEnd().replace(/^/gm, indent);
}

/**
 * The text without the entries of this feed; the comments between entries stay, those within the entry go with it.
 * Returns the text unchanged where no entry has the address.
 */
export function removeFeedFromFile(text: string, url: string): string {
  const { document, list } = feedList(text);
  const wanted = comparableUrl(url);
  const gone = list.items.findLastIndex((item) => isMap(item) && sameFeed(item.get('url'), wanted));
  if (gone === -1) return text;
  const expected = (list.toJSON() as unknown[]).toSpliced(gone, 1);
  const item = list.items[gone];
  const cut = `${text.slice(0, lineStart(text, startOf(item)))}${text.slice(lineEnd(text, lastOffset(item)) + 1)}`;
  if (!list.flow && expected.length > 0 && holds(cut, expected)) return removeFeedFromFile(cut, url);
  list.items.splice(gone, 1);
  if (list.items.length === 0) list.flow = true;
  return removeFeedFromFile(document.toString({ lineWidth: 0 }), url);
}

function feedList(text: string): { document: Document; list: YAMLSeq } {
  const document = parseDocument(text);
  const list = isMap(document.contents) ? document.contents.get('feeds', true) : undefined;
  if (document.errors.length > 0 || !isSeq(list)) {
    throw new Error('feeds.yaml cannot be changed while it has a mistake; mend it first.');
  }
  return { document, list };
}

function sameFeed(url: unknown, wanted: string): boolean {
  return typeof url === 'string' && URL.canParse(url) && comparableUrl(url) === wanted;
}

/** The check on our own cutting and pasting: only the wanted entry may have changed. */
function holds(text: string, expected: unknown[]): boolean {
  const document = parseDocument(text);
  return (
    document.errors.length === 0 && isDeepStrictEqual((document.toJS() as { feeds: unknown }).feeds, expected)
  );
}
