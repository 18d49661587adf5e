const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that may hold HTML, escaped or not: their source is kept, no tree is made of what is inside. */
export const markupKeys: ReadonlySet<string> = words(
  'title guid subtitle tagline description summary content abstract info copyright rights fullitem ' +
    'body content:encoded xhtml:body xhtml:div dc:title dc:description dc:rights dcterms:abstract ' +
    'itunes:summary itunes:subtitle itunes:title media:title media:description atom:title ' +
    'atom:subtitle atom:summary atom:content atom:rights googleplay:description',
);

/** Elements that hold words and no other field: one of `fieldNames` inside shows that the end tag is missing. */
export const leafKeys: ReadonlySet<string> = words(
  'title link guid id pubdate published updated issued modified created comments category ttl ' +
    'language generator docs lastbuilddate managingeditor webmaster dc:date dc:creator dc:title ' +
    'dc:subject',
);

/** Names, as written, that begin a field of their own wherever they stand in a leaf. */
export const fieldNames: ReadonlySet<string> = words(
  'item entry title link guid pubdate description summary content author category comments ' +
    'enclosure source published updated content:encoded dc:creator dc:date dc:subject',
);

/** Those among them that no HTML knows: they end a description that was left open as well. */
export const foreignToHtml: ReadonlySet<string> = words(
  'item entry guid pubdate comments enclosure category published updated content:encoded ' +
    'dc:creator dc:date dc:subject',
);

export const entryKeys: ReadonlySet<string> = new Set(['item', 'entry', 'atom:entry']);
/** What a sitemap's entries are called, by its outermost element: elsewhere `url` is a field like others. */
export const sitemapEntryKeys: ReadonlyMap<string, string> = new Map([
  ['urlset', 'url'],
  ['sitemapindex', 'sitemap'],
]);
export const rootKeys: ReadonlySet<string> = new Set([
  'rss',
  'rdf:rdf',
  'rdf',
  'feed',
  'channel',
  'atom:feed',
  ...sitemapEntryKeys.keys(),
]);
