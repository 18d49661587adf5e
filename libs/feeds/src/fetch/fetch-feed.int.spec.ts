import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { fetchFeed } from './fetch-feed.ts';
import { createSites, type Handler, LIMITS } from './fixtures/site.ts';

const { site, outbound } = createSites();
const RSS = '<rss version="2.0"><channel><title>x</title></channel></rss>';
const unknown = { etag: null, lastModified: null, lastBodyHash: null, ...LIMITS };

async function ask(handler: Handler, more: Partial<Parameters<typeof fetchFeed>[1]> = {}) {
  const press = await site(handler);
  const result = await fetchFeed(outbound(), { url: `${press.origin}/feed`, ...unknown, ...more });
  return { press, result };
}

describe('fetchFeed', () => {
  it('brings a feed with what its server says of it', async () => {
    const { press, result } = await ask((_request, response) => {
      response.writeHead(200, {
        'Content-Type': 'application/rss+xml; charset=shift_jis',
        'Content-Encoding': 'gzip',
        ETag: '"1"',
        'Last-Modified': 'Sun, 22 Nov 2026 11:00:00 GMT',
        'Cache-Control': 'max-age=900',
      });
      response.end(gzipSync(RSS));
    });
    expect(result).toMatchObject({
      kind: 'fetched',
      status: 200,
      contentType: 'application/rss+xml; charset=shift_jis',
      etag: '"1"',
      lastModified: 'Sun, 22 Nov 2026 11:00:00 GMT',
      cacheMaxAgeSeconds: 900,
      permanentUrl: null,
      hubLinks: { hub: null, self: null },
      truncated: false,
      validatorsLied: false,
      bodyHash: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(result.kind === 'fetched' && Buffer.from(result.bytes).toString()).toBe(RSS);
    expect(press.requests[0]?.headers).toMatchObject({ 'user-agent': 'Framewatch/test' });
    expect(press.requests[0]?.headers).not.toHaveProperty('if-none-match');
  });

  it('sends validators and takes a 304 as unchanged, keeping what it leaves out', async () => {
    const known = { etag: '"1"', lastModified: 'Sun, 22 Nov 2026 11:00:00 GMT', lastBodyHash: 'x' };
    const { press, result } = await ask((_request, response) => void response.writeHead(304).end(), known);
    expect(press.requests[0]?.headers).toMatchObject({
      'if-none-match': '"1"',
      'if-modified-since': known.lastModified,
    });
    expect(result).toMatchObject({ kind: 'unchanged', why: 'not-modified', status: 304, etag: '"1"' });
  });

  it('leaves validators out when told to, and finds out a server whose 304 was wrong', async () => {
    const wrong: Handler = (request, response) => {
      if (request.headers['if-none-match']) response.writeHead(304, { ETag: '"same"' }).end();
      else response.writeHead(200, { ETag: '"same"' }).end(`${RSS}<!-- news -->`);
    };
    const known = { etag: '"same"', lastBodyHash: 'hash of what was there before' };
    expect((await ask(wrong, known)).result).toMatchObject({ kind: 'unchanged' });
    const { result } = await ask(wrong, { ...known, ignoreValidators: true });
    expect(result).toMatchObject({ kind: 'fetched', validatorsLied: true });
  });

  it('does not suspect a server whose validators changed with its bytes', async () => {
    const honest: Handler = (_request, response) => void response.writeHead(200, { ETag: '"2"' }).end(RSS);
    const { result } = await ask(honest, { etag: '"1"', lastBodyHash: 'old', ignoreValidators: true });
    expect(result).toMatchObject({ kind: 'fetched', validatorsLied: false });
  });

  it('suspects nobody while it knows no earlier bytes', async () => {
    const plain: Handler = (_request, response) => void response.writeHead(200, { ETag: '"1"' }).end(RSS);
    const { result } = await ask(plain, { etag: '"1"', lastBodyHash: null, ignoreValidators: true });
    expect(result).toMatchObject({ kind: 'fetched', validatorsLied: false });
  });

  it('takes the same bytes as unchanged', async () => {
    const plain: Handler = (_request, response) => void response.writeHead(200).end(RSS);
    const { result: first } = await ask(plain);
    const lastBodyHash = first.kind === 'fetched' ? first.bodyHash : null;
    expect((await ask(plain, { lastBodyHash })).result).toMatchObject({
      kind: 'unchanged',
      why: 'same-bytes',
      status: 200,
    });
  });

  it('does not take a 304 for an answer that nobody asked for', async () => {
    const { result } = await ask((_request, response) => void response.writeHead(304).end());
    expect(result).toMatchObject({ kind: 'failed', failure: 'unexpected-status', status: 304 });
  });

  it('keeps half a feed, without validators that would hide the rest', async () => {
    const { result } = await ask((_request, response) => {
      response.writeHead(200, { ETag: '"1"', 'Content-Length': 10_000 });
      response.write(RSS, () => response.destroy());
    });
    expect(result).toMatchObject({ kind: 'fetched', truncated: true, etag: null });
  });

  it('does not call half a feed unchanged because it is the same half', async () => {
    const half: Handler = (_request, response) => {
      response.writeHead(200, { 'Content-Length': 10_000 });
      response.write(RSS, () => response.destroy());
    };
    const { result: first } = await ask(half);
    const lastBodyHash = first.kind === 'fetched' ? first.bodyHash : null;
    expect((await ask(half, { lastBodyHash })).result).toMatchObject({ kind: 'fetched', truncated: true });
  });

  it('cuts a huge feed and says so', async () => {
    const { result } = await ask((_request, response) => void response.end('x'.repeat(500_000)));
    expect(result).toMatchObject({ kind: 'fetched', truncated: true });
    expect(result.kind === 'fetched' && result.bytes.length).toBe(LIMITS.maxBytes);
  });

  it.each([
    [301, 301, '/c'],
    [308, 302, '/b'],
    [302, 301, null],
  ])('after %i and %i remembers %s', async (first, second, path) => {
    const { press, result } = await ask((request, response) => {
      if (request.url === '/feed') response.writeHead(first, { Location: '/b' }).end();
      else if (request.url === '/b') response.writeHead(second, { Location: '/c' }).end();
      else response.end(RSS);
    });
    expect(result).toMatchObject({
      kind: 'fetched',
      finalUrl: `${press.origin}/c`,
      permanentUrl: path === null ? null : press.origin + path,
    });
  });

  it.each([
    [400, 'client-error'],
    [401, 'forbidden'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [418, 'client-error'],
    [451, 'forbidden'],
    [500, 'server-error'],
    [503, 'server-error'],
    [302, 'unexpected-status'],
    [600, 'unexpected-status'],
  ])('%i is %s', async (status, failure) => {
    const { result } = await ask((_request, response) => void response.writeHead(status).end('sorry'));
    expect(result).toMatchObject({ kind: 'failed', failure, status, retryAfterSeconds: null });
  });

  it('tells a challenge from a ban', async () => {
    const { result } = await ask(
      (_request, response) => void response.writeHead(403, { 'cf-mitigated': 'challenge' }).end(),
    );
    expect(result).toMatchObject({ kind: 'failed', failure: 'challenge', status: 403 });
  });

  it('410 is gone', async () => {
    const { result } = await ask((_request, response) => void response.writeHead(410).end());
    expect(result).toMatchObject({ kind: 'gone', status: 410 });
  });

  it.each([
    [{ 'Retry-After': '120' }, 120],
    [{ 'Retry-After': 'Sun, 22 Nov 2026 13:00:00 GMT', Date: 'Sun, 22 Nov 2026 12:00:00 GMT' }, 3_600],
    [{}, null],
  ])('429 with %j waits %s s', async (headers, seconds) => {
    const { result } = await ask((_request, response) => void response.writeHead(429, headers).end());
    expect(result).toMatchObject({ kind: 'rate-limited', retryAfterSeconds: seconds });
  });

  it('503 brings its Retry-After', async () => {
    const { result } = await ask(
      (_request, response) => void response.writeHead(503, { 'Retry-After': '60' }).end(),
    );
    expect(result).toMatchObject({ kind: 'failed', failure: 'server-error', retryAfterSeconds: 60 });
  });

  it('refuses a redirect to a private address, and no request arrives there', async () => {
    const inner = await site((_request, response) => response.end('secret'));
    const outer = await site(
      (_request, response) => void response.writeHead(302, { Location: inner.origin }).end(),
    );
    const out = outbound([outer.origin.slice('http://'.length)]);
    const result = await fetchFeed(out, { url: outer.origin, ...unknown });
    expect(result).toMatchObject({ kind: 'failed', failure: 'refused-address', status: null });
    expect(inner.requests).toHaveLength(0);
  });

  it('gives up a feed that trickles', async () => {
    const { result } = await ask(
      (_request, response) => {
        response.writeHead(200);
        const drip = setInterval(() => response.write('<'), 10);
        response.on('close', () => clearInterval(drip));
      },
      { timeoutMs: 200 },
    );
    expect(result).toMatchObject({ kind: 'failed', failure: 'timeout' });
  });
});
