import { cutDoctype } from './doctype.ts';
import { readEntry } from './entry.ts';
import { formatOf, readFacts } from './facts.ts';
import { limits } from './limits.ts';
import { editorsOf } from './people.ts';
import { decoderFor } from './references.ts';
import { readSitemapLinks, readUrlset } from './sitemap.ts';
import { type TreeOutcome, buildTree } from './tree-builder.ts';
import type { FeedElement } from './tree.ts';
import type { FeedEntry, ParsedFeed, SitemapPages } from './types.ts';
import { sitemapEntryKeys } from './vocabulary.ts';

/** A feed or sitemap from XML text, or why it is none. */
export function readXmlFeed(text: string, url: string, pages: SitemapPages = 'recent'): ParsedFeed {
  const { text: source, entities } = cutDoctype(cleanControls(text));
  const entries: FeedEntry[] = [];
  const listed: FeedElement[] = [];
  const outcome = buildTree(source, url, decoderFor(entities), (entry) => {
    if (entry.key === 'url' || entry.key === 'sitemap') listed.push(entry);
    else entries.push(readEntry(entry));
  });
  if (outcome.root === null || (outcome.firstName === 'html' && entries.length === 0))
    return { kind: 'not-a-feed', reason: reasonFor(outcome.firstName, source) };
  const { root } = outcome;
  const truncated = outcome.stopped !== null;
  const notes =
    outcome.stopped === null ? [] : [stopNote(outcome.stopped, entries.length + listed.length, root.key)];
  if (root.key === 'sitemapindex')
    return { kind: 'sitemap-index', sitemaps: readSitemapLinks(listed), truncated, notes };
  if (root.key === 'urlset') return readUrlset(root, listed, { truncated, notes, pages });
  inheritAuthors(entries, root);
  return {
    kind: 'feed',
    format: formatOf(root),
    ...readFacts(root),
    reader: 'own',
    truncated,
    entries,
    notes,
  };
}

/** A string, since a literal with control characters in it looks like a mistake to the linter. */
const FORBIDDEN = String.raw`[\0-\x08\x0b\x0c\x0e-\x1f]`;
const CONTROLS = new RegExp(FORBIDDEN, 'g');

/** Without the control characters that XML forbids and feeds hold all the same. */
function cleanControls(text: string): string {
  return text.replace(CONTROLS, '');
}

function stopNote(stopped: NonNullable<TreeOutcome['stopped']>, count: number, rootKey: string): string {
  switch (stopped) {
    case 'end':
      return `The document ends before the feed does; ${count} whole entries were read.`;
    case 'entries':
      return `The feed holds more than ${sitemapEntryKeys.has(rootKey) ? limits.sitemapEntries : limits.entries} entries; the first ${count} were read.`;
    case 'time':
      return `Reading took longer than ${limits.time / 1000} s and was ended; ${count} entries were read.`;
  }
}

function reasonFor(firstName: string | null, source: string): string {
  if (source.trim() === '') return 'The document is empty.';
  switch (firstName) {
    case null:
      return 'The document is plain text, not a feed.';
    case 'html':
      return 'This is a web page, not a feed.';
    case 'opml':
      return 'This is a list of feeds (OPML), not a feed.';
    default:
      return `The document begins with <${firstName.slice(0, 40)}>, which no feed format does.`;
  }
}

/** An Atom feed's author wrote the entries that name none (RFC 4287, 4.2.1). */
function inheritAuthors(entries: readonly FeedEntry[], root: FeedElement): void {
  if (root.key !== 'feed') return;
  const editors = editorsOf(root);
  for (const entry of entries) if (entry.authors.length === 0) entry.authors = editors;
}
