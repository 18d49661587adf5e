import { rfc822 } from '../local-time.ts';
import {
  element,
  escapeXml,
  type FeedDocument,
  type FeedEntry,
  generator,
  isoDate,
  rfc822Date,
} from './feed-document.ts';

/** RSS 2.0 with Dublin Core, `content:encoded` and a link to itself. */
export function rss2(feed: FeedDocument): string {
  return `<?xml version="1.0" encoding="${feed.charset}"?>
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel>
${channelHead(feed)}
<lastBuildDate>${rfc822(feed.updated, feed.offsetMinutes)}</lastBuildDate>
<generator>${generator}</generator>
<ttl>15</ttl>
<atom:link href="${escapeXml(feed.self)}" rel="self" type="application/rss+xml"/>${feed.hub === null ? '' : `\n<atom:link href="${escapeXml(feed.hub)}" rel="hub"/>`}
${feed.entries.map(rss2Item).join('\n')}
</channel>
</rss>
`;
}

/** RSS 0.91, which has neither dates nor identifiers. */
export function rss091(feed: FeedDocument): string {
  const items = feed.entries.map(
    ({ title, url, summary }) =>
      `<item>${element('title', title)}${element('link', url)}${element('description', summary)}</item>`,
  );
  return `<?xml version="1.0" encoding="${feed.charset}"?>
<rss version="0.91">
<channel>
${channelHead(feed)}
${items.join('\n')}
</channel>
</rss>
`;
}

/** RSS 1.0 in RDF, with Dublin Core dates. */
export function rdf(feed: FeedDocument): string {
  const list = feed.entries.map(({ url }) => `<rdf:li rdf:resource="${escapeXml(url)}"/>`).join('');
  return `<?xml version="1.0" encoding="${feed.charset}"?>
<rdf:RDF xmlns="http://purl.org/rss/1.0/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/">
<channel rdf:about="${escapeXml(feed.self)}">
${element('title', feed.title)}
${element('link', feed.link)}
<description>${generator}</description>
<dc:language>${feed.language}</dc:language>
<sy:updatePeriod>hourly</sy:updatePeriod>
<sy:updateFrequency>2</sy:updateFrequency>
<items><rdf:Seq>${list}</rdf:Seq></items>
</channel>
${feed.entries.map(rdfItem).join('\n')}
</rdf:RDF>
`;
}

function channelHead({ title, link, language }: FeedDocument): string {
  const description = `News of ${title}, made by the ${generator}`;
  return [
    element('title', title),
    element('link', link),
    element('description', description),
    element('language', language),
  ].join('\n');
}

function rss2Item(entry: FeedEntry): string {
  const content = entry.html === null ? '' : `<content:encoded><![CDATA[${entry.html}]]></content:encoded>`;
  return [
    '<item>',
    element('title', entry.title),
    element('link', entry.url),
    element('guid', entry.id, ' isPermaLink="false"'),
    element('pubDate', rfc822Date(entry)),
    element('dc:creator', entry.author),
    element('category', entry.section),
    element('description', entry.summary),
    content,
    '</item>',
  ].join('');
}

function rdfItem(entry: FeedEntry): string {
  return [
    `<item rdf:about="${escapeXml(entry.url)}">`,
    element('title', entry.title),
    element('link', entry.url),
    element('description', entry.summary),
    element('dc:creator', entry.author),
    element('dc:date', isoDate(entry)),
    '</item>',
  ].join('');
}
