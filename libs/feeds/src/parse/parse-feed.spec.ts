import { describe, expect, it } from '@jest/globals';
import { limits } from './limits.ts';
import { parseFeed } from './parse-feed.ts';
import type { FeedEntry, ParseOptions, ReadFeed } from './types.ts';

const url = 'https://press.example/news/feed.xml';
const encode = (text: string) => new TextEncoder().encode(text);
const rss = (inside: string, attributes = '') =>
  `<rss version="2.0"${attributes}><channel><title>Press</title>${inside}</channel></rss>`;
const atom = (inside: string, attributes = '') =>
  `<feed xmlns="http://www.w3.org/2005/Atom"${attributes}>${inside}</feed>`;

async function read(text: string, options: Partial<ParseOptions> = {}): Promise<ReadFeed> {
  const feed = await parseFeed(encode(text), { url, ...options });
  if (feed.kind !== 'feed') throw new Error(feed.kind === 'not-a-feed' ? feed.reason : feed.kind);
  return feed;
}

async function readFirst(text: string): Promise<FeedEntry> {
  const entry = (await read(text)).entries[0];
  if (entry === undefined) throw new Error('no entry');
  return entry;
}

describe('parseFeed on RSS', () => {
  it('reads an entry whole', async () => {
    const entry = await readFirst(
      rss(
        `<item><title>Talks &amp;amp; tariffs</title><link>/2026/talks</link><guid isPermaLink="false">7</guid>
         <pubDate>Sun, 22 Nov 2026 10:00:00 +0900</pubDate><dc:creator>Ann Lee</dc:creator>
         <category>Diplomacy</category><category>Diplomacy</category><description>In short</description>
         <content:encoded><![CDATA[<p>In <b>full</b></p>]]></content:encoded>
         <enclosure url="https://press.example/a.mp3" type="audio/mpeg" length="12"/></item>`,
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"',
      ),
    );
    expect(entry).toMatchObject({
      id: '7',
      idIsFallback: false,
      title: 'Talks & tariffs',
      url: 'https://press.example/2026/talks',
      published: { instant: '2026-11-22T01:00:00.000Z', offsetMinutes: 540 },
      authors: ['Ann Lee'],
      categories: ['Diplomacy'],
      html: '<p>In <b>full</b></p>',
      summaryText: 'In short',
      enclosures: [{ url: 'https://press.example/a.mp3', type: 'audio/mpeg', bytes: 12 }],
    });
  });

  it('knows namespaces by their address, whatever the prefix', async () => {
    const entry = await readFirst(
      rss(
        '<item><x:creator>Ann</x:creator><dc:creator>No</dc:creator></item>',
        ' xmlns:x="http://purl.org/dc/elements/1.1/" xmlns:dc="urn:other"',
      ),
    );
    expect(entry.authors).toEqual(['Ann']);
  });

  it('reads what the feed asks for', async () => {
    const feed = await read(
      rss(
        `<ttl>30</ttl><skipHours><hour>0</hour><hour>24</hour><hour>3</hour></skipHours><skipDays><day>Sunday</day></skipDays>
         <language>ja</language><sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>
         <link>https://press.example/</link><a:link rel="hub" href="https://hub.example/"/><a:link rel="self" href="feed.xml"/>`,
        ' xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" xmlns:a="http://www.w3.org/2005/Atom"',
      ),
    );
    expect(feed).toMatchObject({
      format: 'rss2.0',
      title: 'Press',
      homeUrl: 'https://press.example/',
      selfUrl: url,
      hubUrl: 'https://hub.example/',
      language: 'ja',
      ttlMinutes: 30,
      skipHours: [0, 3],
      skipDays: [0],
      updatePeriodMinutes: 360,
      entries: [],
    });
  });

  it('takes a permalink for the address, and makes an id where there is none', async () => {
    const feed = await read(
      rss(
        '<item><guid>https://press.example/1</guid></item><item><link>https://press.example/2</link></item><item><title>Three</title></item>',
      ),
    );
    expect(feed.entries.map((entry) => entry.url)).toEqual([
      'https://press.example/1',
      'https://press.example/2',
      null,
    ]);
    expect(feed.entries.map((entry) => entry.idIsFallback)).toEqual([false, true, true]);
    expect(feed.entries[2]?.id).toMatch(/^sha256:/);
  });

  it('reads RSS 1.0, whose items stand beside the channel', async () => {
    const feed = await read(
      `<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
       <channel r:about="x"><title>Press</title></channel><item><title>One</title><link>https://press.example/1</link></item></r:RDF>`,
    );
    expect(feed).toMatchObject({ format: 'rss1.0', title: 'Press', entries: [{ title: 'One' }] });
  });
});

describe('parseFeed on Atom', () => {
  it('keeps the order of XHTML and resolves its links by xml:base', async () => {
    const entry = await readFirst(
      atom(
        `<entry xml:base="2026/"><id>u</id><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">by <i>ann</i> to <a href="x">space</a><br/></div></content></entry>`,
        ' xml:base="https://press.example/news/"',
      ),
    );
    expect(entry.html).toBe(
      '<div>by <i>ann</i> to <a href="https://press.example/news/2026/x">space</a><br></div>',
    );
  });

  it('escapes text, decodes base64, and prefers the alternate link', async () => {
    const feed = await read(
      atom(
        `<entry><content type="text">a &lt; b</content><link rel="edit" href="/e"/><link href="/a"/></entry>
         <entry><content type="application/octet-stream">PGI+Ym9sZDwvYj4=</content></entry>`,
      ),
    );
    expect(feed.entries.map((entry) => entry.html)).toEqual(['a &lt; b', '<b>bold</b>']);
    expect(feed.entries[0]?.url).toBe('https://press.example/a');
  });

  it('gives entries without an author that of the feed', async () => {
    const feed = await read(
      atom(
        '<author><name>Desk</name></author><entry><author><name>Ann</name></author></entry><entry><title>x</title></entry>',
      ),
    );
    expect(feed.entries.map((entry) => entry.authors)).toEqual([['Ann'], ['Desk']]);
  });

  it('lets the update stand in for a missing publication', async () => {
    const entry = await readFirst(atom('<entry><updated>2026-11-22T01:00:00Z</updated></entry>'));
    expect(entry.published?.instant).toBe('2026-11-22T01:00:00.000Z');
  });
});

describe('parseFeed on other formats', () => {
  it('reads JSON Feed', async () => {
    const feed = await read(
      JSON.stringify({
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Press',
        authors: [{ name: 'Desk' }],
        items: [
          {
            id: 7,
            url: '/1',
            content_html: '<p onclick="x()">Hi</p>',
            date_published: '2026-11-22T10:00:00+09:00',
          },
        ],
      }),
    );
    expect(feed).toMatchObject({ format: 'json', title: 'Press' });
    expect(feed.entries[0]).toMatchObject({
      id: '7',
      url: 'https://press.example/1',
      html: '<p>Hi</p>',
      authors: ['Desk'],
    });
  });

  it('reads CDF', async () => {
    const feed = await read(
      '<CHANNEL><TITLE>Press</TITLE><ITEM HREF="/1" LASTMOD="2026-11-22"><TITLE>One</TITLE><ABSTRACT>Short</ABSTRACT></ITEM></CHANNEL>',
    );
    expect(feed).toMatchObject({
      format: 'cdf',
      entries: [{ title: 'One', url: 'https://press.example/1', html: 'Short' }],
    });
  });

  it.each([
    ['<!DOCTYPE html><html><head><title>Login</title></head><body><p>x</p></body></html>', 'web page'],
    ['<opml version="2.0"></opml>', 'OPML'],
    ['{"error":"nope"}', 'no JSON Feed'],
    ['{"error":', 'cannot be read'],
    ['503 Service Unavailable', 'plain text'],
    ['', 'empty'],
  ])('says what %s is', async (text, reason) => {
    expect(await parseFeed(encode(text), { url })).toEqual({
      kind: 'not-a-feed',
      reason: expect.stringContaining(reason),
    });
  });
});

describe('parseFeed on damage', () => {
  it('gives the whole entries of a feed that breaks off, and says so', async () => {
    const feed = await read(
      '<rss><channel><item><title>One</title></item><item><title>Two</title><description>half a',
    );
    expect(feed.entries.map((entry) => entry.title)).toEqual(['One']);
    expect(feed.truncated).toBe(true);
    expect(feed.notes.join()).toContain('ends before the feed does');
  });

  it('forgives end tags that are missing or misspelt', async () => {
    const feed = await read(
      rss(`<item><title>One</titel><link>https://press.example/1</link></item>
           <item><title>Two</title><description><p>open <b>tags<guid>2</guid>
           <item><title>Three</title></item>`),
    );
    expect(feed.entries.map((entry) => entry.title)).toEqual(['One', 'Two', 'Three']);
    expect(feed.entries[0]?.url).toBe('https://press.example/1');
    expect(feed.entries[1]).toMatchObject({ id: '2', html: '<p>open <b>tags</b></p>' });
    expect(feed.truncated).toBe(false);
  });

  it('reads bare ampersands, undeclared entities and forbidden characters', async () => {
    const entry = await readFirst(
      rss(
        '<item><title>AT&T\u0000 caf&eacute; &#8217;</title><link>https://press.example/?a=1&b=2</link></item>',
      ),
    );
    expect(entry).toMatchObject({ title: 'AT&T café ’', url: 'https://press.example/?a=1&b=2' });
  });

  it('loses no entry over a date that cannot be read', async () => {
    const entry = await readFirst(rss('<item><title>One</title><pubDate>soon</pubDate></item>'));
    expect(entry).toMatchObject({ title: 'One', published: null });
  });

  it('says when the encoding had to be guessed', async () => {
    const latin = Uint8Array.from(rss('<item><title>caf\u00e9</title></item>'), (sign) => sign.charCodeAt(0));
    const feed = await parseFeed(latin, { url });
    expect(feed).toMatchObject({
      entries: [{ title: 'café' }],
      notes: [expect.stringContaining('windows-1252')],
    });
  });
});

describe('parseFeed on hostile input', () => {
  it('reads up to the limit of entries and says so', async () => {
    const feed = await read(rss('<item><title>x</title></item>'.repeat(limits.entries + 5)));
    expect(feed.entries).toHaveLength(limits.entries);
    expect(feed).toMatchObject({
      truncated: true,
      notes: [expect.stringContaining(`more than ${limits.entries} entries`)],
    });
  });

  it('uses short entities of its own, expands no bomb and follows no address', async () => {
    const bomb = `<!DOCTYPE rss [<!ENTITY co "Press &amp; Co"><!ENTITY a "${'A'.repeat(50_000)}"><!ENTITY x SYSTEM "file:///etc/passwd">
      <!ENTITY b "&co;&co;"><!ENTITY c "&b;&b;">]>`;
    const entry = await readFirst(
      `${bomb}${rss(`<item><title>&co;</title><description>${'&a;'.repeat(1_000)}&x;&c;</description></item>`)}`,
    );
    expect(entry.title).toBe('Press & Co');
    expect(entry.html.length).toBeLessThan(10_000);
    expect(entry.html).not.toContain('AAAA');
  });

  it('survives nesting without an end', async () => {
    const deep = await read(
      rss(
        `<item><title>One</title><x>${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</x></item><item><title>Two</title></item>`,
      ),
    );
    expect(deep.entries.map((entry) => entry.title)).toEqual(['One', 'Two']);
  });

  it('takes names of prototypes for names', async () => {
    const entry = await readFirst(
      rss(
        '<item><__proto__><polluted>1</polluted></__proto__><constructor>1</constructor><title>x</title></item>',
      ),
    );
    expect(entry.title).toBe('x');
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('lets no address through that is not of the web', async () => {
    const entry = await readFirst(
      rss(
        '<item><title>x</title><link>javascript:alert(1)</link><enclosure url="file:///etc/passwd"/></item>',
      ),
    );
    expect(entry).toMatchObject({ url: null, enclosures: [] });
  });
});
