import { describe, expect, it } from '@jest/globals';
import { discoverFeeds } from './discover-feeds.ts';
import { createSites, LIMITS, type Site } from './fixtures/site.ts';

const { site, outbound } = createSites();
const RSS = '<?xml version="1.0"?><rss version="2.0"></rss>';

function pages(routes: Record<string, string>): Promise<Site> {
  return site((request, response) => {
    const body = routes[request.url ?? ''];
    response.writeHead(body === undefined ? 404 : 200).end(body ?? '<html>nothing');
  });
}

describe('discoverFeeds', () => {
  it('knows a feed when it is given one', async () => {
    const press = await pages({ '/x': RSS });
    expect(await discoverFeeds(outbound(), `${press.origin}/x`, LIMITS)).toEqual([
      { url: `${press.origin}/x`, title: null, found: 'itself' },
    ]);
  });

  it('reads what the page declares, comment feeds last, in one request', async () => {
    const press = await pages({
      '/': `<link rel="alternate" type="application/rss+xml" title="Comments" href="/comments/feed">
            <link rel="alternate" type="application/rss+xml" title="ニュース" href="/feed">`,
    });
    expect(await discoverFeeds(outbound(), press.origin, LIMITS)).toEqual([
      { url: `${press.origin}/feed`, title: 'ニュース', found: 'link' },
      { url: `${press.origin}/comments/feed`, title: 'Comments', found: 'link' },
    ]);
    expect(press.requests).toHaveLength(1);
  });

  it('tries common paths up to the first that is a feed', async () => {
    const press = await pages({ '/': '<html>', '/feed': '<html>not one', '/rss.xml': RSS, '/atom.xml': RSS });
    expect(await discoverFeeds(outbound(), press.origin, LIMITS)).toEqual([
      { url: `${press.origin}/rss.xml`, title: null, found: 'common-path' },
    ]);
    expect(press.requests.map(({ url }) => url)).toEqual(['/', '/feed', '/rss.xml']);
  });

  it('finds nothing in at most six requests', async () => {
    const press = await pages({ '/': '<html>' });
    expect(await discoverFeeds(outbound(), press.origin, LIMITS)).toEqual([]);
    expect(press.requests).toHaveLength(6);
  });

  it('leaves a host alone that asks for it or does not answer', async () => {
    const busy = await site((_request, response) => void response.writeHead(429).end());
    expect(await discoverFeeds(outbound(), busy.origin, LIMITS)).toEqual([]);
    expect(busy.requests.length).toBeLessThanOrEqual(2);
    const dead = await site((request) => request.socket.destroy());
    expect(await discoverFeeds(outbound(), dead.origin, LIMITS)).toEqual([]);
    expect(dead.requests.length).toBeLessThanOrEqual(2);
    expect(await discoverFeeds(outbound(), 'no address', LIMITS)).toEqual([]);
  });
});
