import { cutDoctype } from './doctype.ts';
import { readEntry } from './entry.ts';
import { formatOf, readFacts } from './facts.ts';
import { limits } from './limits.ts';
import { editorsOf } from './people.ts';
import { decoderFor } from './references.ts';
import { type TreeOutcome, buildTree } from './tree-builder.ts';
import type { FeedElement } from './tree.ts';
import type { FeedEntry, ParsedFeed } from './types.ts';

/** A feed from XML text, or why it is none. */
export function readXmlFeed(text: string, url: string): ParsedFeed {
  const { text: source, entities } = cutDoctype(cleanControls(text));
  const entries: FeedEntry[] = [];
  const outcome = buildTree(source, url, decoderFor(entities), (entry) => entries.push(readEntry(entry)));
  if (outcome.root === null || (outcome.firstName === 'html' && entries.length === 0))
    return { kind: 'not-a-feed', reason: reasonFor(outcome.firstName, source) };
  inheritAuthors(entries, outcome.root);
  return {
    kind: 'feed',
    format: formatOf(outcome.root),
    ...readFacts(outcome.root),
    reader: 'own',
    truncated: outcome.stopped !== null,
    entries,
    notes: outcome.stopped === null ? [] : [stopNote(outcome.stopped, entries.length)],
  };
}

const CONTROLS = new RegExp('[\\0-\\x08\\x0b\\x0c\\x0e-\\x1f]', 'g');

/** Without the control characters that XML forbids and feeds hold all the same. */
function cleanControls(text: string): string {
  return text.replace(CONTROLS, '');
}

function stopNote(stopped: NonNullable<TreeOutcome['stopped']>, count: number): string {
  switch (stopped) {
    case 'end':
      return `The document ends before the feed does; ${count} whole entries were read.`;
    case 'entries':
      return `The feed holds more than ${limits.entries} entries; the first ${count} were read.`;
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
    case 'urlset':
    case 'sitemapindex':
      return 'This is a sitemap, not a feed.';
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
