import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import { readDate } from '@framewatch/dates';
import { fallbackId } from './entry.ts';
import { limits } from './limits.ts';
import { personName } from './people.ts';
import { sanitise } from './sanitise.ts';
import { htmlToText, leadText } from './html-text.ts';
import { oneLine } from './text.ts';
import type { FeedEntry } from './types.ts';
import { webUrl } from './urls.ts';

const require = createRequire(import.meta.url);

export type SecondReading = { kind: 'read'; entries: FeedEntry[] } | { kind: 'failed'; reason: string };

/** An item as rss-parser gives it; any field may be missing, or be an object where xml2js saw attributes. */
type Item = Record<string, unknown>;

/**
 * rss-parser runs in a thread of its own: its expressions take quadratic time on some input, and only a thread can be
 * ended from outside. The source is text so that it runs from the sources and from the build alike.
 */
const THREAD = `
const { parentPort, workerData } = require('node:worker_threads');
const Parser = require(workerData.module);
new Parser({ defaultRSS: 2 }).parseString(workerData.text).then(
  (feed) => parentPort.postMessage({ items: JSON.stringify((feed.items ?? []).slice(0, workerData.entries)) }),
  (error) => parentPort.postMessage({ error: String(error?.message ?? error).split('\\n')[0].slice(0, 200) }),
);`;

/** The entries that rss-parser finds in a feed's text, within the limits of time, size and memory. Never rejects. */
export async function readWithRssParser(text: string, url: string): Promise<SecondReading> {
  if (text.length > limits.secondReaderBytes)
    return { kind: 'failed', reason: 'the feed is too long for it.' };
  const answer = await inThread(text);
  if (typeof answer === 'string') return { kind: 'failed', reason: answer };
  return { kind: 'read', entries: answer.map((item) => toEntry(item, url)) };
}

function inThread(text: string): Promise<Item[] | string> {
  const module = require.resolve('rss-parser');
  const worker = new Worker(THREAD, {
    eval: true,
    workerData: { text, module, entries: limits.entries },
    resourceLimits: { maxOldGenerationSizeMb: limits.secondReaderMegabytes },
    stdout: true,
    stderr: true,
  });
  const answer = new Promise<Item[] | string>((resolve) => {
    const timer = setTimeout(() => resolve('it took too long.'), limits.secondReaderTime);
    worker.once('message', (message: { items?: string; error?: string }) => {
      clearTimeout(timer);
      resolve(
        message.items === undefined ? (message.error ?? 'no answer') : (JSON.parse(message.items) as Item[]),
      );
    });
    worker.once('error', (error) => {
      clearTimeout(timer);
      resolve(String(error.message).slice(0, 200));
    });
  });
  return answer.finally(() => void worker.terminate());
}

function toEntry(item: Item, base: string): FeedEntry {
  const title = htmlToText(textOf(item['title']));
  const url = webUrl(textOf(item['link']), base);
  const summaryHtml = sanitise(textOf(item['summary']) || textOf(item['content']), { base, syntax: 'html' });
  const html =
    sanitise(textOf(item['content:encoded']) || textOf(item['content']), { base, syntax: 'html' }) ||
    summaryHtml;
  const author = personName(textOf(item['creator']) || textOf(item['author']));
  const published = readDate(textOf(item['pubDate']) || textOf(item['isoDate']));
  return {
    ...fallbackId(oneLine(textOf(item['guid']) || textOf(item['id'])), url, [title, html]),
    title,
    url,
    published,
    updated: null,
    authors: author === '' ? [] : [author],
    categories: categoriesOf(item['categories']),
    html,
    summaryHtml,
    summaryText: leadText(summaryHtml, limits.summaryLength),
    enclosures: enclosureOf(item['enclosure'], base),
    language: null,
  };
}

function categoriesOf(value: unknown): string[] {
  return Array.isArray(value)
    ? value.map((one) => htmlToText(textOf(one))).filter((name) => name !== '')
    : [];
}

function enclosureOf(value: unknown, base: string): FeedEntry['enclosures'] {
  if (value === null || typeof value !== 'object') return [];
  const fields = value as Item;
  const url = webUrl(textOf(fields['url']), base);
  const bytes = Number(fields['length']);
  return url === null ? [] : [{ url, type: textOf(fields['type']) || null, bytes: bytes > 0 ? bytes : null }];
}

/** Text, or the text beside attributes (xml2js puts it under `_`). */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === null || typeof value !== 'object') return '';
  const inner = (value as Item)['_'];
  return typeof inner === 'string' ? inner : '';
}
