import { describe, expect, it } from '@jest/globals';
import { createSites, LIMITS, type Site } from '../fetch/fixtures/site.ts';
import { parseRobots } from '../fetch/robots.ts';
import { createVisit } from './create-visit.ts';
import { findFeeds } from './find-feeds.ts';
import type { KnownFeeds } from './suggest-entry.ts';

const { site, outbound } = createSites();
const NOW = new Date('2026-11-22T12:00:00Z');
const item = (n: number, title = `Number ${n}`) =>
  `<item><title>${title}</title><link>https://press.example/${n}</link><description>Words of ${n}</description><pubDate>Sun, ${22 - n} Nov 2026 10:00:00 GMT</pubDate></item>`;
const rss = (items = [1, 2, 3].map((n) => item(n)).join('')) =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>The Press</title>${items}</channel></rss>`;
const news = (...titles: string[]) =>
  `<urlset xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">${titles
    .map(
      (title, i) =>
        `<url><loc>https://press.example/n${i}</loc><news:news><news:publication><news:name>The Press</news:name><news:language>en</news:language></news:publication><news:publication_date>2026-11-2${i}</news:publication_date><news:title>${title}</news:title></news:news></url>`,
    )
    .join('')}</urlset>`;
const NOTHING_KNOWN: KnownFeeds = { lineOf: () => null, outletAt: () => null };

function pages(routes: Record<string, string>): Promise<Site> {
  return site((request, response) => {
    const body = routes[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200).end(body ?? '<html>nothing');
  });
}

function look(
  address: string,
  { known = NOTHING_KNOWN, robots = '', turns = Number.POSITIVE_INFINITY } = {},
) {
  let left = turns;
  const visit = createVisit({
    outbound: outbound(),
    ...LIMITS,
    now: () => NOW,
    atTurn: (_url, _delay, run) => (left-- > 0 ? run() : Promise.resolve(null)),
    robotsOf: (origin) =>
      Promise.resolve({
        rules: parseRobots(robots.replaceAll('$', origin), { origin, userAgent: 'Framewatch/test' }),
        reason: '',
      }),
  });
  return findFeeds(visit, address, { known, now: NOW });
}
const paths = (press: Site) => press.requests.map(({ url }) => url);

describe('findFeeds', () => {
  it('reads a feed when it is given one: what it is, how fresh, and what it holds', async () => {
    const press = await pages({ '/x': rss() });
    const { candidates, incomplete } = await look(`${press.origin}/x`);
    expect(incomplete).toBe(false);
    expect(candidates).toEqual([
      {
        url: `${press.origin}/x`,
        title: 'The Press',
        kind: 'feed',
        format: 'rss2.0',
        found: 'itself',
        entries: 3,
        entriesPerDay: 1,
        newestAt: '2026-11-21T10:00:00.000Z',
        items: expect.arrayContaining([
          {
            title: 'Number 1',
            url: 'https://press.example/1',
            publishedAt: '2026-11-21T10:00:00.000Z',
            firstWords: 'Words of 1',
          },
        ]),
        warnings: [],
        line: null,
        entry: {
          url: `${press.origin}/x`,
          outlet: 'The Press',
          country: null,
          language: null,
          group: null,
        },
      },
    ]);
    expect(press.requests).toHaveLength(1);
  });

  it('reads what the page declares, comments last, and takes name and language from the page', async () => {
    const press = await pages({
      '/': `<html lang="en-GB"><meta property="og:site_name" content="Press of Port"><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
            <link rel="alternate" type="application/rss+xml" href="/feed">`,
      '/feed': rss(),
      '/comments/feed': rss(),
    });
    const { candidates } = await look(press.origin);
    expect(candidates.map(({ url, found, warnings }) => [url, found, warnings])).toEqual([
      [`${press.origin}/feed`, 'link', []],
      [`${press.origin}/comments/feed`, 'link', ['comments']],
    ]);
    expect(candidates[0]?.entry).toMatchObject({ outlet: 'Press of Port', language: 'en' });
  });

  it('says what the page names and does not give', async () => {
    const press = await pages({
      '/': '<link rel="alternate" type="application/rss+xml" href="/lost"><link rel="alternate" type="application/rss+xml" href="/page">',
      '/page': '<html>no feed',
    });
    const { unreadable } = await look(press.origin);
    expect(unreadable).toEqual([
      { url: `${press.origin}/lost`, message: expect.stringContaining('404') },
      { url: `${press.origin}/page`, message: expect.stringContaining('no feed') },
    ]);
  });

  it('finds the news sitemap that robots.txt names through its index', async () => {
    const maps = await pages({ '/maps/news.xml': news('One', 'Two') });
    const index = `<sitemapindex><sitemap><loc>${maps.origin}/images.xml</loc></sitemap><sitemap><loc>${maps.origin}/maps/news.xml</loc></sitemap></sitemapindex>`;
    const indexed = await pages({ '/': '<html>', '/all.xml': index });
    const { candidates } = await look(indexed.origin, { robots: 'Sitemap: $/all.xml' });
    expect(candidates).toMatchObject([
      {
        url: `${maps.origin}/maps/news.xml`,
        kind: 'news-sitemap',
        found: 'robots',
        entry: { outlet: 'The Press', language: 'en' },
        items: [{ title: 'Two' }, { title: 'One' }],
      },
    ]);
  });

  it('lets an index of plain sitemaps stand for them, and says what they lack', async () => {
    const urls =
      '<urlset><url><loc>https://press.example/a</loc><lastmod>2026-11-22T01:00:00Z</lastmod></url></urlset>';
    const maps = await pages({ '/post-sitemap2.xml': urls });
    const press = await pages({
      '/': '<html>',
      '/maps.xml': `<sitemapindex><sitemap><loc>${maps.origin}/post-sitemap2.xml</loc></sitemap></sitemapindex>`,
    });
    const { candidates } = await look(press.origin, { robots: 'Sitemap: $/maps.xml' });
    expect(candidates).toMatchObject([
      {
        url: `${press.origin}/maps.xml`,
        kind: 'sitemap',
        newestAt: '2026-11-22T01:00:00.000Z',
        entriesPerDay: null,
        warnings: ['no-titles', 'no-dates'],
      },
    ]);
  });

  it('shows no bare addresses beside a feed', async () => {
    const press = await pages({
      '/': '<link rel="alternate" type="application/rss+xml" href="/feed">',
      '/feed': rss(),
      '/map.xml': '<urlset><url><loc>https://press.example/a</loc></url></urlset>',
    });
    const { candidates, unreadable } = await look(press.origin, { robots: 'Sitemap: $/map.xml' });
    expect(candidates.map(({ kind }) => kind)).toEqual(['feed']);
    expect(unreadable).toEqual([]);
  });

  it('takes a name without a scheme for https, and for http where that is all there is', async () => {
    const press = await pages({ '/feed': rss() });
    const { address, candidates } = await look(`${press.origin.replace('http://', '')}/feed`);
    expect(address).toBe(`${press.origin}/feed`);
    expect(candidates).toHaveLength(1);
  });

  it('tries common paths up to the first that is a feed, and sitemaps after them', async () => {
    const first = await pages({
      '/': '<html>',
      '/feed': '<html>not one',
      '/rss.xml': rss(),
      '/atom.xml': rss(),
    });
    expect((await look(first.origin)).candidates).toMatchObject([
      { url: `${first.origin}/rss.xml`, found: 'common-path' },
    ]);
    expect(paths(first)).toEqual(['/', '/feed', '/rss.xml']);
    const second = await pages({ '/': '<html>', '/sitemap_news.xml': news('One') });
    expect((await look(second.origin)).candidates).toMatchObject([
      { kind: 'news-sitemap', found: 'common-path' },
    ]);
  });

  it('finds nothing in at most ten requests, and no guess that was wrong is told', async () => {
    const press = await pages({ '/': '<html>' });
    expect(await look(press.origin)).toMatchObject({ candidates: [], unreadable: [], incomplete: false });
    expect(press.requests).toHaveLength(10);
  });

  it('asks for no page that robots.txt closes, but for what it names', async () => {
    const press = await pages({ '/': '<html>', '/news.xml': news('One') });
    const found = await look(press.origin, { robots: 'User-agent: *\nDisallow: /\nSitemap: $/news.xml' });
    expect(found.candidates).toMatchObject([{ kind: 'news-sitemap' }]);
    expect(found.unreadable).toEqual([
      { url: `${press.origin}/`, message: expect.stringContaining('robots.txt') },
    ]);
    expect(paths(press)).toEqual(['/news.xml']);
  });

  it('gives what it has when time is up, and says that there may be more', async () => {
    const press = await pages({
      '/': '<link rel="alternate" type="application/rss+xml" href="/a"><link rel="alternate" type="application/rss+xml" href="/b">',
      '/a': rss(),
      '/b': rss(),
    });
    const { candidates, incomplete } = await look(press.origin, { turns: 2 });
    expect(candidates.map(({ url }) => url)).toEqual([`${press.origin}/a`]);
    expect(incomplete).toBe(true);
  });

  it('leaves a host alone that asks for it or does not answer', async () => {
    const busy = await site((_request, response) => void response.writeHead(429).end());
    expect((await look(busy.origin)).unreadable).toHaveLength(1);
    expect(busy.requests).toHaveLength(1);
    const dead = await site((request) => request.socket.destroy());
    expect((await look(dead.origin)).unreadable).toHaveLength(1);
    expect(dead.requests.length).toBeLessThanOrEqual(2);
  });

  it.each(['no address', 'ftp://press.example/', 'http://user:word@press.example/', 'javascript:alert(1)'])(
    'refuses %s in words, without a request',
    async (typed) => {
      expect(await look(typed)).toMatchObject({
        candidates: [],
        unreadable: [{ message: expect.stringContaining('no web address') }],
      });
    },
  );

  it('says where feeds.yaml has it already', async () => {
    const press = await pages({ '/feed': rss() });
    const known: KnownFeeds = { ...NOTHING_KNOWN, lineOf: (url) => (url.endsWith('/feed') ? 12 : null) };
    expect((await look(`${press.origin}/feed`, { known })).candidates[0]?.line).toBe(12);
  });

  it('warns of a feed that was left behind, and of an empty one', async () => {
    const old = rss(
      '<item><title>Old</title><link>https://press.example/o</link><pubDate>Sat, 22 Nov 2025 10:00:00 GMT</pubDate></item>',
    );
    const press = await pages({ '/old': old, '/empty': rss('') });
    expect((await look(`${press.origin}/old`)).candidates[0]?.warnings).toEqual(['old']);
    expect((await look(`${press.origin}/empty`)).candidates[0]?.warnings).toEqual(['no-entries']);
  });
});
