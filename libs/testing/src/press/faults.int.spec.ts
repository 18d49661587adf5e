import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import * as cheerio from 'cheerio';
import { fakeClock } from '../clock.ts';
import { createPress, type Press } from './press.ts';
import type { PressArticle } from './types.ts';

const clock = fakeClock('2026-05-20T12:00:00Z');
let press: Press;
let feed: string;
let article: PressArticle;

beforeAll(async () => {
  press = await createPress({ seed: 2, clock, historyDays: 10, articlesPerDay: 80, ongoing: false });
  feed = `${press.url}/potomac-ledger/feed`;
  article = press
    .articles()
    .findLast(({ outletSlug, relevant }) => outletSlug === 'potomac-ledger' && relevant)!;
});
afterEach(() => {
  press.clearFaults();
  press.clearRequests();
});
afterAll(() => press.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  fetch(url, { redirect: 'manual', headers });
const text = async (url: string) => (await get(url)).text();
const items = (xml: string) => cheerio.load(xml, { xml: true })('item').toArray();

describe('faults of a status', () => {
  it.each([403, 404, 410, 500, 502, 503])('answers %i', async (status) => {
    press.fault(feed, { kind: 'status', status });
    expect((await get(feed)).status).toBe(status);
  });

  it.each([301, 302, 303, 307, 308] as const)(
    'redirects with %i to the same feed elsewhere',
    async (status) => {
      const well = await text(feed);
      press.fault(feed, { kind: 'redirect', status });
      const response = await get(feed);
      expect(response.status).toBe(status);
      const target = new URL(response.headers.get('location') ?? '', feed);
      expect(target.pathname).toBe('/moved/potomac-ledger/feed');
      expect(await text(target.href)).toBe(well);
    },
  );

  it('redirects in a loop', async () => {
    press.fault(feed, { kind: 'redirect-loop' });
    await expect(fetch(feed)).rejects.toThrow();
    expect(press.requests().length).toBeGreaterThan(10);
  });

  it('redirects to private addresses', async () => {
    press.fault(feed, { kind: 'private-redirect', to: 'http://10.0.0.1/' });
    expect((await get(feed)).headers.get('location')).toBe('http://10.0.0.1/');
  });

  it('limits the rate, saying for how long in seconds or as a date', async () => {
    press.fault(feed, { kind: 'rate-limited', retryAfterSeconds: 90, form: 'seconds' });
    const first = await get(feed);
    expect([first.status, first.headers.get('retry-after')]).toEqual([429, '90']);
    press.fault(feed, { kind: 'rate-limited', retryAfterSeconds: 90, form: 'date', status: 503 });
    const second = await get(feed);
    expect(second.status).toBe(503);
    expect(Date.parse(second.headers.get('retry-after') ?? '')).toBe(clock.now().getTime() + 90_000);
  });

  it('says 304 to anybody, or to nobody', async () => {
    const etag = (await get(feed)).headers.get('etag') ?? '';
    press.fault(feed, { kind: 'not-modified-always' });
    expect((await get(feed)).status).toBe(304);
    press.fault(feed, { kind: 'ignores-conditions' });
    expect((await get(feed, { 'if-none-match': etag })).status).toBe(200);
  });

  it('changes its ETag each time', async () => {
    press.fault(feed, { kind: 'etag-flapping' });
    const [one, other] = [await get(feed), await get(feed)];
    expect(one.headers.get('etag')).not.toBe(other.headers.get('etag'));
    expect(await one.text()).toBe(await other.text());
  });
});

describe('faults of a feed', () => {
  it('is cut short', async () => {
    const well = await text(feed);
    press.fault(feed, { kind: 'truncated', share: 0.3 });
    const cut = await text(feed);
    expect(well.startsWith(cut)).toBe(true);
    expect(cut).not.toContain('</rss>');
  });

  it('is malformed, has control characters or begins with a warning', async () => {
    press.fault(feed, { kind: 'malformed' });
    expect(await text(feed)).toMatch(/Q&A & more &nbsp;/);
    press.fault(feed, { kind: 'control-characters' });
    expect(await text(feed)).toContain('\u0000');
    press.fault(feed, { kind: 'leading-junk' });
    expect(await text(feed)).toMatch(/^\s+<br \/>/);
  });

  it('claims a charset that it is not in, or none', async () => {
    const japanese = `${press.url}/shiosai/rss.xml`;
    const well = Buffer.from(await (await get(japanese)).arrayBuffer());
    press.fault(japanese, { kind: 'wrong-charset', says: 'utf-8' });
    const response = await get(japanese);
    expect(response.headers.get('content-type')).toBe('application/rss+xml; charset=utf-8');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(bytes.toString('latin1')).toContain('encoding="utf-8"');
    expect(bytes.subarray(60)).toEqual(well.subarray(well.length - bytes.length + 60));
    press.fault(japanese, { kind: 'no-charset' });
    expect((await get(japanese)).headers.get('content-type')).toBe('application/rss+xml');
  });

  it('repeats its entries with tracking parameters, or loses its ids', async () => {
    const count = items(await text(feed)).length;
    press.fault(feed, { kind: 'duplicates' });
    const doubled = await text(feed);
    expect(items(doubled)).toHaveLength(count * 2);
    expect(doubled.match(/utm_source=rss&amp;/g)).toHaveLength(count);
    press.fault(feed, { kind: 'no-ids' });
    expect(await text(feed)).toContain('<guid isPermaLink="false"></guid>');
    press.fault(feed, { kind: 'changing-ids' });
    expect(await text(feed)).not.toBe(await text(feed));
    press.fault(feed, { kind: 'relative-urls' });
    expect(await text(feed)).toContain('<link>/potomac-ledger/');
  });

  it.each([
    ['wrong', /<pubDate>1970-01-01T00:00:00Z</],
    ['future', /<pubDate>2029-/],
    ['zoneless', /<pubDate>\w{3}, \d\d \w{3} 2026 [\d:]{8}</],
    ['nonsense', /<pubDate>Tomorrowday/],
  ] as const)('gives a %s date', async (as, pattern) => {
    press.fault(feed, { kind: 'dates', as });
    expect(await text(feed)).toMatch(pattern);
  });

  it('gives no date', async () => {
    press.fault(feed, { kind: 'dates', as: 'missing' });
    expect(await text(feed)).not.toContain('<pubDate>');
  });

  it('is empty, bodiless or a web page', async () => {
    press.fault(feed, { kind: 'empty' });
    expect(items(await text(feed))).toHaveLength(0);
    press.fault(feed, { kind: 'no-body' });
    expect(await text(feed)).toBe('');
    press.fault(feed, { kind: 'html-instead' });
    expect((await get(feed)).headers.get('content-type')).toContain('text/html');
  });

  it('is huge, unpacks to much, nests deeply or declares entities of entities', async () => {
    press.fault(feed, { kind: 'huge', bytes: 5_000_000 });
    expect((await text(feed)).length).toBeGreaterThan(5_000_000);
    press.fault(feed, { kind: 'gzip-bomb', bytes: 3_000_000 });
    expect((await text(feed)).length).toBe(3_000_000);
    press.fault(feed, { kind: 'deep-nesting', depth: 3000 });
    expect((await text(feed)).match(/<div>/g)).toHaveLength(3000);
    press.fault(feed, { kind: 'entity-bomb' });
    expect(await text(feed)).toContain('<title>&l11;');
  });
});

describe('faults of delivery', () => {
  it('drips', async () => {
    press.fault(feed, { kind: 'slow', bytes: 20_000, everyMs: 1 });
    expect(await text(feed)).toContain('</rss>');
  });

  it('stalls after half, or never speaks', async () => {
    press.fault(feed, { kind: 'stalled' });
    const response = await get(feed);
    const first = await response.body?.getReader().read();
    expect(first?.done).toBe(false);
    press.fault(feed, { kind: 'silent' });
    let hasAnswered = false;
    const silent = request(feed, () => {
      hasAnswered = true;
    });
    silent.on('error', () => undefined).end();
    await untilAsked(2);
    await get(`${press.url}/robots.txt`);
    expect(hasAnswered).toBe(false);
    silent.destroy();
  });

  it('cuts the connection', async () => {
    press.fault(feed, { kind: 'reset' });
    await expect(text(feed)).rejects.toThrow();
  });
});

describe('faults of a page', () => {
  it.each([
    ['cookie-wall', /partners store and access information/],
    ['challenge', /Checking your browser/],
    ['script-only', /enable JavaScript to run this app/],
    ['section-front', /Story number 24/],
  ] as const)('is a %s', async (kind, pattern) => {
    press.fault(article.id, { kind });
    const page = await text(article.url);
    expect(page).toMatch(pattern);
    expect(page).not.toContain(article.paragraphs[1]);
  });

  it('shows the first paragraph and asks for money', async () => {
    press.fault(article.url, { kind: 'paywall' });
    const $ = cheerio.load(await text(article.url));
    expect($('.article-body').text()).toContain(article.paragraphs[0]);
    expect($('.article-body').text()).not.toContain(article.paragraphs[1]);
    expect($('.paywall').text()).toContain('Subscribe');
  });

  it('is a PDF', async () => {
    press.fault(article.id, { kind: 'pdf' });
    const response = await get(article.url);
    expect(response.headers.get('content-type')).toBe('application/pdf');
    expect(await response.text()).toMatch(/^%PDF/);
  });
});

describe('the fault book', () => {
  it('serves a fault so many times and counts', async () => {
    const handle = press.fault(feed, { kind: 'status', status: 500, times: 2 });
    const statuses = [await get(feed), await get(feed), await get(feed)].map(({ status }) => status);
    expect(statuses).toEqual([500, 500, 200]);
    expect(handle.served()).toBe(2);
  });

  it('strikes a whole outlet by slug or name, and nobody else', async () => {
    press.fault('Potomac Ledger (synthetic)', { kind: 'status', status: 503 });
    expect((await get(article.url)).status).toBe(503);
    expect((await get(feed)).status).toBe(503);
    expect((await get(`${press.url}/harbor-wire/rss.xml`)).status).toBe(200);
  });

  it('strikes everything', async () => {
    press.fault('*', { kind: 'status', status: 502 });
    expect((await get(`${press.url}/robots.txt`)).status).toBe(502);
  });

  it('is well again when the fault is cleared', async () => {
    const handle = press.fault(feed, { kind: 'status', status: 500 });
    handle.clear();
    expect((await get(feed)).status).toBe(200);
  });
});

describe('the record of requests', () => {
  it('keeps what was asked and what was told', async () => {
    press.fault(feed, { kind: 'status', status: 404 });
    await get(`${feed}?x=1`, { 'user-agent': 'test' });
    expect(press.requests()).toEqual([
      expect.objectContaining({
        at: clock.now().toISOString(),
        path: '/potomac-ledger/feed?x=1',
        status: 404,
        fault: 'status',
        outletSlug: 'potomac-ledger',
        headers: expect.objectContaining({ 'user-agent': 'test' }),
      }),
    ]);
  });
});

/** Waits for the server to have seen so many requests. */
async function untilAsked(count: number): Promise<void> {
  while (press.requests().length < count) await new Promise((resolve) => setImmediate(resolve));
}
