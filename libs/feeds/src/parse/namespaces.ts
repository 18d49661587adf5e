/**
 * Namespace addresses by the prefix under which this reader knows them; the address decides, whatever prefix a feed
 * writes. The empty prefix is the feed formats' own vocabulary. Addresses are compared in lower case, without a final slash.
 */
const addresses: Record<string, string[]> = {
  '': [
    'http://purl.org/rss/1.0',
    'http://my.netscape.com/rdf/simple/0.9',
    'http://channel.netscape.com/rdf/simple/0.9',
    'http://my.netscape.com/publish/formats/rss-0.91.dtd',
    'http://backend.userland.com/rss',
    'http://backend.userland.com/rss2',
    'http://backend.userland.com/rss092',
    'http://blogs.law.harvard.edu/tech/rss',
    'http://purl.org/net/rss1.1#',
    'http://www.sitemaps.org/schemas/sitemap/0.9',
    'https://www.sitemaps.org/schemas/sitemap/0.9',
    'http://www.google.com/schemas/sitemap/0.84',
    'http://www.google.com/schemas/sitemap/0.9',
  ],
  news: [
    'http://www.google.com/schemas/sitemap-news/0.9',
    'https://www.google.com/schemas/sitemap-news/0.9',
    'http://www.google.com/schemas/sitemap-news/0.84',
  ],
  atom: [
    'http://www.w3.org/2005/atom',
    'https://www.w3.org/2005/atom',
    'http://purl.org/atom/ns#',
    'http://purl.org/atom/app#',
    'http://purl.org/net/atom',
    'http://example.com/newformat#',
    'http://necho.sourceforge.net/schema#',
    'http://purl.org/echo',
    'uri/of/echo/namespace#',
    'http://purl.org/pie',
  ],
  rdf: ['http://www.w3.org/1999/02/22-rdf-syntax-ns#', 'http://www.w3.org/tr/rec-rdf-syntax#'],
  xhtml: ['http://www.w3.org/1999/xhtml', 'http://www.w3.org/tr/xhtml1'],
  content: ['http://purl.org/rss/1.0/modules/content'],
  dc: ['http://purl.org/dc/elements/1.1', 'http://purl.org/dc/elements/1.0'],
  dcterms: ['http://purl.org/dc/terms'],
  media: [
    'http://search.yahoo.com/mrss',
    'http://search.yahoo.com/mrss/rss',
    'http://video.search.yahoo.com/mrss',
  ],
  itunes: ['http://www.itunes.com/dtds/podcast-1.0.dtd', 'http://example.com/dtds/podcast-1.0.dtd'],
  googleplay: ['http://www.google.com/schemas/play-podcasts/1.0'],
  slash: ['http://purl.org/rss/1.0/modules/slash'],
  sy: ['http://purl.org/rss/1.0/modules/syndication'],
  feedburner: ['http://rssnamespace.org/feedburner/ext/1.0'],
  thr: ['http://purl.org/syndication/thread/1.0'],
  svg: ['http://www.w3.org/2000/svg'],
  xml: ['http://www.w3.org/xml/1998/namespace'],
};

const prefixByAddress: ReadonlyMap<string, string> = new Map(
  Object.entries(addresses).flatMap(([prefix, list]) =>
    list.map((address): [string, string] => [address, prefix]),
  ),
);

/** The prefix that this reader gives a namespace, or undefined for one it does not read. */
function prefixOf(address: string): string | undefined {
  return prefixByAddress.get(address.trim().toLowerCase().replace(/\/$/, ''));
}

/** Which namespace each prefix means at some place of a document. Made anew only where an element declares some. */
export class NameScope {
  private readonly keys = new Map<string, string>();

  constructor(private readonly declared: ReadonlyMap<string, string> = new Map([['xml', 'xml']])) {}

  /** This scope with the declarations of one element, given as flat pairs of attribute and value. */
  with(attributes: readonly string[]): NameScope {
    const declared = new Map(this.declared);
    for (let i = 0; i < attributes.length; i += 2) {
      const name = attributes[i] as string;
      if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
      const written = name.slice(6);
      declared.set(written, prefixOf(attributes[i + 1] as string) ?? (written === '' ? '' : `?${written}`));
    }
    return new NameScope(declared);
  }

  /** The key of an element: `title`, `dc:creator`, `?their:thing`. Names are lower case. */
  key(name: string): string {
    const known = this.keys.get(name);
    if (known !== undefined) return known;
    const key = interned(this.makeKey(name));
    if (this.keys.size < 1_000) this.keys.set(name, key);
    return key;
  }

  /** An undeclared prefix is taken at its word, as is one that is declared as something unknown but for the known ones. */
  private makeKey(name: string): string {
    const colon = name.indexOf(':');
    const written = colon < 0 ? '' : name.slice(0, colon);
    const local = name.slice(colon + 1);
    const prefix = this.declared.get(written) ?? written;
    if (prefix === '' || (prefix === 'atom' && written === '')) return local;
    return `${prefix}:${local}`;
  }
}

/** The engine's one copy of a string: keys are compared some hundred times per entry, and copies compare slowly. */
function interned(key: string): string {
  return Object.keys({ [key]: true })[0] ?? key;
}
