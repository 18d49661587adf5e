import { isoWithOffset } from '../local-time.ts';
import {
  element,
  escapeXml,
  type FeedDocument,
  type FeedEntry,
  generator,
  isoDate,
} from './feed-document.ts';

/** Atom 1.0 (RFC 4287). */
export function atom1(feed: FeedDocument): string {
  return `<?xml version="1.0" encoding="${feed.charset}"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${feed.language}">
${element('title', feed.title)}
${element('id', feed.self)}
<link rel="self" href="${escapeXml(feed.self)}"/>${feed.hub === null ? '' : `\n<link rel="hub" href="${escapeXml(feed.hub)}"/>`}
<link rel="alternate" type="text/html" href="${escapeXml(feed.link)}"/>
<updated>${feed.updated.toISOString()}</updated>
<generator>${generator}</generator>
${feed.entries.map(atom1Entry).join('\n')}
</feed>
`;
}

/** Atom 0.3, the draft that some sites never left. */
export function atom03(feed: FeedDocument): string {
  return `<?xml version="1.0" encoding="${feed.charset}"?>
<feed version="0.3" xmlns="http://purl.org/atom/ns#" xml:lang="${feed.language}">
${element('title', feed.title)}
<link rel="alternate" type="text/html" href="${escapeXml(feed.link)}"/>
<modified>${feed.updated.toISOString()}</modified>
<generator>${generator}</generator>
${feed.entries.map(atom03Entry).join('\n')}
</feed>
`;
}

function atom1Entry(entry: FeedEntry): string {
  return [
    '<entry>',
    element('title', entry.title, ' type="text"'),
    element('id', entry.id),
    `<link rel="alternate" type="text/html" href="${escapeXml(entry.url)}"/>`,
    element('published', isoDate(entry)),
    element(
      'updated',
      entry.dateText === undefined ? isoWithOffset(entry.updated, entry.offsetMinutes) : entry.dateText,
    ),
    `<author>${element('name', entry.author)}</author>`,
    element('summary', entry.summary),
    entry.html === null ? '' : element('content', entry.html, ' type="html"'),
    '</entry>',
  ].join('');
}

function atom03Entry(entry: FeedEntry): string {
  return [
    '<entry>',
    element('title', entry.title),
    `<link rel="alternate" type="text/html" href="${escapeXml(entry.url)}"/>`,
    element('id', entry.id),
    element('issued', isoDate(entry)),
    element('modified', entry.dateText === undefined ? entry.updated.toISOString() : entry.dateText),
    `<author>${element('name', entry.author)}</author>`,
    element('summary', entry.summary, ' type="text/plain"'),
    '</entry>',
  ].join('');
}
