import { createHash } from 'node:crypto';
import { readDate, type WrittenDate } from '@framewatch/dates';
import { contentHtml, contentText } from './content.ts';
import { limits } from './limits.ts';
import { entryUrl, entryEnclosures } from './links.ts';
import { peopleOf } from './people.ts';
import { htmlToText, leadText } from './html-text.ts';
import { oneLine } from './text.ts';
import { attribute, childrenOf, type FeedElement, firstChild } from './tree.ts';
import type { FeedEntry } from './types.ts';

const TITLES = ['title', 'atom:title', 'dc:title', 'media:title', 'itunes:title'];
const FULL = ['content:encoded', 'content', 'atom:content', 'xhtml:body', 'xhtml:div', 'body', 'fullitem'];
const SUMMARIES = [
  'description',
  'summary',
  'abstract',
  'atom:summary',
  'dc:description',
  'dcterms:abstract',
  'itunes:summary',
  'media:description',
  'googleplay:description',
];
const PUBLISHED = [
  'published',
  'atom:published',
  'issued',
  'pubdate',
  'dc:date',
  'dcterms:issued',
  'created',
  'dcterms:created',
];
const UPDATED = ['updated', 'atom:updated', 'modified', 'dcterms:modified', 'lastbuilddate', 'lastmod'];
const CATEGORIES = new Set(['category', 'atom:category', 'dc:subject', 'itunes:category', 'media:category']);

/** One entry from its element, in whichever XML format it was written. */
export function readEntry(element: FeedElement): FeedEntry {
  const title = readTitle(element);
  const url = entryUrl(element);
  const summary = firstChild(element, SUMMARIES);
  const full = firstChild(element, FULL);
  const summaryHtml = summary === undefined ? '' : contentHtml(summary);
  const html = (full === undefined ? '' : contentHtml(full)) || summaryHtml || mediaHtml(element);
  const updated = readDates(element, UPDATED) ?? attributeDate(element);
  const published = readDates(element, PUBLISHED) ?? updated;
  const { id, idIsFallback } = identify(element, url, [title, html]);
  return {
    id,
    idIsFallback,
    title,
    url,
    published,
    updated,
    authors: peopleOf(element),
    categories: readCategories(element),
    html,
    summaryHtml,
    summaryText: leadText(summaryHtml, limits.summaryLength),
    enclosures: entryEnclosures(element),
    language: readLanguage(element),
  };
}

function readTitle(element: FeedElement): string {
  const title =
    firstChild(element, TITLES) ??
    firstChild(firstChild(element, ['media:group']) ?? element, ['media:title']);
  return title === undefined ? '' : contentText(title);
}

/** The description of a video entry, which stands inside its media group. */
function mediaHtml(element: FeedElement): string {
  const group = firstChild(element, ['media:group', 'media:content']);
  const description = group === undefined ? undefined : firstChild(group, ['media:description']);
  return description === undefined ? '' : contentHtml(description);
}

/** The first date by the order of keys that can be read. */
function readDates(element: FeedElement, keys: readonly string[]): WrittenDate | null {
  for (const key of keys) {
    for (const child of element.children) {
      const date = child.key === key && child.text !== '' ? readDate(child.text) : null;
      if (date !== null) return date;
    }
  }
  return null;
}

function attributeDate(element: FeedElement): WrittenDate | null {
  const written = attribute(element, 'lastmod');
  return written === undefined ? null : readDate(written);
}

/** The feed's own id, or one made of the link, or of the words. */
function identify(
  element: FeedElement,
  url: string | null,
  words: readonly string[],
): Pick<FeedEntry, 'id' | 'idIsFallback'> {
  const child = firstChild(element, ['guid', 'id', 'atom:id']);
  const id =
    oneLine(child?.text ?? '') ||
    htmlToText(child?.markup ?? '') ||
    oneLine(attribute(element, 'rdf:about') ?? '');
  return fallbackId(id, url, words);
}

/** An id that is always there; `idIsFallback` tells whether the feed gave it. */
export function fallbackId(
  id: string,
  url: string | null,
  words: readonly string[],
): Pick<FeedEntry, 'id' | 'idIsFallback'> {
  if (id !== '') return { id, idIsFallback: false };
  if (url !== null) return { id: url, idIsFallback: true };
  const hash = createHash('sha256').update(words.join('\n')).digest('hex');
  return { id: `sha256:${hash}`, idIsFallback: true };
}

function readCategories(element: FeedElement): string[] {
  const names = childrenOf(element, CATEGORIES).map((category) =>
    htmlToText(
      attribute(category, 'label') ||
        attribute(category, 'term') ||
        category.text ||
        attribute(category, 'text') ||
        attribute(category, 'value') ||
        '',
    ),
  );
  return [...new Set(names.filter((name) => name !== ''))];
}

function readLanguage(element: FeedElement): string | null {
  const stated = firstChild(element, ['dc:language', 'language'])?.text.trim();
  return stated || element.scope.language;
}
