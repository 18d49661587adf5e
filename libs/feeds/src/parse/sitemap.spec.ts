import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { limits } from './limits.ts';
import { parseFeed } from './parse-feed.ts';
import type { ReadFeed } from './types.ts';

const url = 'https://press.example/maps/news.xml';
const encode = (text: string) => new TextEncoder().encode(text);
const SITEMAP = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';
const NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"';
const newsUrl = (loc: string, inside: string, rest = '') =>
  `<url><loc>${loc}</loc>${rest}<news:news><news:publication><news:name>Press</news:name><news:language>ja</news:language></news:publication>${inside}</news:news></url>`;
const urlset = (inside: string, attributes = `${SITEMAP} ${NEWS}`) =>
  `<?xml version="1.0"?><urlset ${attributes}>${inside}</urlset>`;
const page = (loc: string, lastmod?: string) =>
  `<url><loc>${loc}</loc>${lastmod ? `<lastmod>${lastmod}</lastmod>` : ''}</url>`;

async function read(document: string | Uint8Array): Promise<ReadFeed> {
  const bytes = typeof document === 'string' ? encode(document) : document;
  const feed = await parseFeed(bytes, { url });
  if (feed.kind !== 'feed') throw new Error(JSON.stringify(feed));
  return feed;
}

describe('a news sitemap', () => {
  it('gives entries as a feed does', async () => {
    const feed = await read(
      urlset(
        newsUrl(
          'https://press.example/1',
          `<news:publication_date>2026-11-22T10:00:00+09:00</news:publication_date>
           <news:title>Talks &amp; <![CDATA[tariffs]]></news:title><news:keywords>bases, Okinawa、基地</news:keywords>`,
          `<lastmod>2026-11-22T05:00:00Z</lastmod>
           <image:image xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"><image:loc>https://press.example/1.jpg</image:loc><image:title>No</image:title></image:image>`,
        ),
      ),
    );
    expect(feed).toMatchObject({
      format: 'news-sitemap',
      title: 'Press',
      language: 'ja',
      truncated: false,
      notes: [],
    });
    expect(feed.entries).toEqual([
      expect.objectContaining({
        id: 'https://press.example/1',
        title: 'Talks & tariffs',
        url: 'https://press.example/1',
        published: expect.objectContaining({ instant: '2026-11-22T01:00:00.000Z', offsetMinutes: 540 }),
        updated: expect.objectContaining({ instant: '2026-11-22T05:00:00.000Z' }),
        categories: ['bases', 'Okinawa', '基地'],
        language: 'ja',
        enclosures: [],
      }),
    ]);
  });

  it.each([
    ['under another prefix', 'n', 'http://www.google.com/schemas/sitemap-news/0.9'],
    ['with a misspelt address', 'news', 'http://www.google.com/schemas/sitemaps-news/9.0'],
    ['with https in it', 'news', 'https://www.google.com/schemas/sitemap-news/0.9'],
  ])('is known by its namespace %s', async (_how, prefix, address) => {
    const feed = await read(
      `<urlset ${SITEMAP} xmlns:${prefix}="${address}"><url><loc>/a</loc><${prefix}:news><${prefix}:title>One</${prefix}:title></${prefix}:news></url></urlset>`,
    );
    expect(feed).toMatchObject({
      format: 'news-sitemap',
      entries: [{ title: 'One', url: 'https://press.example/a', published: null }],
    });
  });

  it('is read without any declaration, with a prefix on every element, and with end tags missing', async () => {
    const bare =
      '<urlset><url><loc>https://press.example/1</loc><news:news><news:title>One</news:title></url>';
    expect((await read(bare)).entries.map(({ title }) => title)).toEqual(['One']);
    const prefixed =
      '<s:urlset xmlns:s="http://www.sitemaps.org/schemas/sitemap/0.9"><s:url><s:loc>https://press.example/1</s:loc></s:url></s:urlset>';
    expect((await read(prefixed)).entries).toHaveLength(1);
    const open =
      '<urlset><url><loc>https://press.example/1</loc><url><loc>https://press.example/2</loc></url></urlset>';
    expect((await read(open)).entries.map((entry) => entry.url)).toEqual([
      'https://press.example/1',
      'https://press.example/2',
    ]);
  });

  it('keeps an article whose date cannot be read, newest first', async () => {
    const feed = await read(
      urlset(
        newsUrl(
          '/old',
          '<news:title>Old</news:title><news:publication_date>2026-11-20</news:publication_date>',
        ) +
          newsUrl('/odd', '<news:title>Odd</news:title><news:publication_date>soon</news:publication_date>') +
          newsUrl(
            '/new',
            '<news:title>New</news:title><news:publication_date>2026-11-21</news:publication_date>',
          ),
      ),
    );
    expect(feed.entries.map(({ title }) => title)).toEqual(['New', 'Old', 'Odd']);
    expect(feed.entries[2]?.published).toBeNull();
  });

  it('leaves out the pages among its articles, and says how many', async () => {
    const feed = await read(
      urlset(`${page('https://press.example/about')}${newsUrl('/1', '<news:title>One</news:title>')}`),
    );
    expect(feed.entries.map(({ title }) => title)).toEqual(['One']);
    expect(feed.notes).toEqual(['1 addresses without news details were left out.']);
  });

  it('may be empty: nothing in two days is no mistake', async () => {
    expect(await read(urlset(''))).toMatchObject({ format: 'news-sitemap', entries: [], truncated: false });
  });

  it('gives the whole entries of one that breaks off, and says so', async () => {
    const feed = await read(
      `<urlset ${NEWS}>${newsUrl('/1', '<news:title>One</news:title>')}<url><loc>https://pre`,
    );
    expect(feed).toMatchObject({ truncated: true, entries: [{ title: 'One' }] });
  });
});

describe('a plain sitemap', () => {
  it('gives the pages that changed lately, without title; a change is no publication', async () => {
    const pages = [
      page('https://press.example/new', '2026-11-22T10:00:00Z'),
      page('https://press.example/none'),
      ...Array.from({ length: 80 }, (_, i) => page(`https://press.example/week/${i}`, '2026-11-18')),
      ...Array.from({ length: 900 }, (_, i) => page(`https://press.example/old/${i}`, '2020-01-01')),
    ];
    const feed = await read(urlset(pages.join(''), SITEMAP));
    expect(feed).toMatchObject({ format: 'sitemap', truncated: false });
    expect(feed.entries).toHaveLength(81);
    expect(feed.entries[0]).toMatchObject({
      url: 'https://press.example/new',
      title: '',
      published: null,
      updated: { instant: '2026-11-22T10:00:00.000Z' },
    });
    expect(feed.notes).toEqual([expect.stringMatching(/^901 addresses .* were left out/)]);
  });

  it('is not emptied by one date in the far future', async () => {
    const pages = ['2099-01-01', ...Array.from({ length: 20 }, () => '2026-11-20')];
    const feed = await read(
      urlset(pages.map((date, i) => page(`https://press.example/${i}`, date)).join(''), SITEMAP),
    );
    expect(feed.entries).toHaveLength(21);
  });

  it('keeps its order where nothing has a date, and says what that means', async () => {
    const feed = await read(
      urlset(page('https://press.example/b') + page('https://press.example/a'), SITEMAP),
    );
    expect(feed.entries.map((entry) => entry.url)).toEqual([
      'https://press.example/b',
      'https://press.example/a',
    ]);
    expect(feed.notes).toEqual([expect.stringContaining('no dates')]);
  });

  it('holds at most as many as a feed may, the newest, and says so', async () => {
    const pages = Array.from({ length: limits.entries + 500 }, (_, i) =>
      page(`https://press.example/${i}`, new Date(Date.UTC(2026, 10, 20) + i * 1_000).toISOString()),
    );
    const feed = await read(urlset(pages.join(''), SITEMAP));
    expect(feed.entries).toHaveLength(limits.entries);
    expect(feed.entries[0]?.url).toBe(`https://press.example/${limits.entries + 499}`);
    expect(feed).toMatchObject({
      truncated: true,
      notes: [expect.stringContaining('the newest were taken')],
    });
  });

  it('takes an address once, and none that is no web address', async () => {
    const feed = await read(
      urlset(
        `${page('https://press.example/1')}${page('https://press.example/1')}${page('ftp://x/1')}<url/>`,
        SITEMAP,
      ),
    );
    expect(feed.entries).toHaveLength(1);
  });
});

describe('a text sitemap', () => {
  it('is a list of addresses, whatever ends its lines', async () => {
    const feed = await read(
      'https://press.example/1\r\nhttps://press.example/2\n\nhttps://press.example/3\r',
    );
    expect(feed).toMatchObject({ format: 'text-sitemap', entries: [{ title: '' }, {}, {}] });
  });

  it('is no prose that begins with an address', async () => {
    const prose = encode('https://press.example/1\nis where\nthe news\nused to be');
    expect(await parseFeed(prose, { url })).toMatchObject({ kind: 'not-a-feed' });
  });
});

describe('a sitemap index', () => {
  it('names its sitemaps in order with their dates', async () => {
    const index = `<sitemapindex ${SITEMAP}>
      <sitemap><loc>https://press.example/a.xml</loc><lastmod>2026-11-22</lastmod></sitemap>
      <sitemap><loc> /b.xml.gz </loc></sitemap><sitemap><lastmod>2026-11-22</lastmod></sitemap></sitemapindex>`;
    expect(await parseFeed(encode(index), { url })).toEqual({
      kind: 'sitemap-index',
      sitemaps: [
        {
          url: 'https://press.example/a.xml',
          modified: expect.objectContaining({ instant: '2026-11-22T00:00:00.000Z' }),
        },
        { url: 'https://press.example/b.xml.gz', modified: null },
      ],
      truncated: false,
      notes: [],
    });
  });
});

describe('a packed document', () => {
  const document = encode(urlset(newsUrl('https://press.example/1', '<news:title>One</news:title>')));
  it('is unpacked by its bytes, whatever it is called', async () => {
    expect((await read(gzipSync(document))).entries.map(({ title }) => title)).toEqual(['One']);
  });
  it('that breaks off gives what is whole', async () => {
    const many = Array.from({ length: 500 }, (_, i) =>
      newsUrl(`/${i}`, `<news:title>${i * 7919}</news:title>`),
    );
    const packed = gzipSync(encode(urlset(many.join(''))));
    const feed = await read(packed.subarray(0, packed.length / 2));
    expect(feed.entries.length).toBeGreaterThan(50);
    expect(feed).toMatchObject({
      truncated: true,
      notes: expect.arrayContaining([expect.stringContaining('breaks off')]),
    });
  });
  it('that swells beyond all measure is read up to the limit', async () => {
    const bomb = gzipSync(Buffer.concat([document.subarray(0, -9), Buffer.alloc(limits.bytes + 1_000, ' ')]));
    expect(bomb.length).toBeLessThan(200_000);
    const feed = await read(bomb);
    expect(feed).toMatchObject({ truncated: true, entries: [{ title: 'One' }] });
    expect(feed.notes.join()).toContain('longer than 64 MB');
  });
});

it('an address in a feed’s picture is no entry of a sitemap', async () => {
  const feed = await read(
    '<rss><channel><image><url>https://press.example/logo.png</url></image><item><title>One</title></item></channel></rss>',
  );
  expect(feed).toMatchObject({ format: 'rss2.0', entries: [{ title: 'One' }] });
});
