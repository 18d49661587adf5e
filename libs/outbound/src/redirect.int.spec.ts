import { describe, expect, it } from '@jest/globals';
import { createHarness, get } from './fixtures/harness.ts';
import { serveHttp } from './fixtures/servers.ts';

const { server, outbound } = createHarness();

/** A site on which each path of `routes` redirects with its status, and every other path answers. */
function redirecting(routes: Record<string, [number, string]>) {
  return server(
    serveHttp((request, response) => {
      const [status, location] = routes[request.url ?? ''] ?? [200, null];
      const length = { 'Content-Length': 4 };
      response.writeHead(status, location === null ? length : { ...length, Location: location }).end('body');
    }),
  );
}

describe('redirects', () => {
  it('are followed and recorded, relative ones too, on one connection', async () => {
    const site = await redirecting({ '/a': [301, '/b'], '/b': [308, 'c?x=1'] });
    const result = await outbound().request(get(`${site.origin}/a`));
    expect(result).toMatchObject({
      kind: 'response',
      status: 200,
      finalUrl: `${site.origin}/c?x=1`,
      redirects: [
        { status: 301, from: `${site.origin}/a`, to: `${site.origin}/b` },
        { status: 308, from: `${site.origin}/b`, to: `${site.origin}/c?x=1` },
      ],
    });
    expect(site.connections()).toBe(1);
  });

  it('in a circle end', async () => {
    const site = await redirecting({ '/a': [302, '/b'], '/b': [302, '/a'] });
    const result = await outbound().request(get(`${site.origin}/a`));
    expect(result).toMatchObject({ kind: 'failure', reason: 'redirect-loop' });
    expect(site.requests).toHaveLength(2);
  });

  it('without end, each to a new address, are limited', async () => {
    const site = await server(
      serveHttp((request, response) => {
        response.writeHead(302, { Location: `${request.url}x` }).end();
      }),
    );
    const result = await outbound().request(get(`${site.origin}/`, { maxRedirects: 3 }));
    expect(result).toMatchObject({ kind: 'failure', reason: 'too-many-redirects' });
    expect(site.requests).toHaveLength(4);
  });

  it('are not followed where none is wanted', async () => {
    const site = await redirecting({ '/a': [302, '/b'] });
    const result = await outbound().request(get(`${site.origin}/a`, { maxRedirects: 0 }));
    expect(result).toMatchObject({ kind: 'failure', reason: 'too-many-redirects' });
    expect(site.requests).toHaveLength(1);
  });

  it('back to the same address with a cookie are no circle', async () => {
    const site = await server(
      serveHttp((request, response) => {
        if (request.headers.cookie === 'consent=yes') response.end('article');
        else response.writeHead(302, { Location: request.url, 'Set-Cookie': 'consent=yes; Path=/' }).end();
      }),
    );
    expect(await outbound().request(get(`${site.origin}/a`))).toMatchObject({
      kind: 'response',
      status: 200,
    });
  });

  it.each([
    [301, 'GET', ''],
    [302, 'GET', ''],
    [303, 'GET', ''],
    [307, 'POST', 'payload'],
    [308, 'POST', 'payload'],
  ])('%i after POST send %s', async (status, method, body) => {
    const site = await redirecting({ '/a': [status, '/b'] });
    await outbound().request(get(`${site.origin}/a`, { method: 'POST', body: 'payload' }));
    expect(site.requests[1]).toMatchObject({ method, body });
  });

  it('to another origin lose credentials', async () => {
    const other = await redirecting({});
    const site = await redirecting({ '/same': [302, '/b'], '/other': [302, `${other.origin}/b`] });
    const headers = { Authorization: 'Bearer secret', 'If-None-Match': '"x"' };
    await outbound().request(get(`${site.origin}/same`, { headers }));
    await outbound().request(get(`${site.origin}/other`, { headers }));
    expect(site.requests[1]?.headers).toMatchObject({ authorization: 'Bearer secret' });
    expect(other.requests[0]?.headers).toMatchObject({ 'if-none-match': '"x"' });
    expect(other.requests[0]?.headers).not.toHaveProperty('authorization');
  });

  it('may be written in raw UTF-8', async () => {
    const site = await server(
      serveHttp((request, response) => {
        if (request.url !== '/a') return void response.end('ok');
        response.writeHead(302, { Location: Buffer.from('/日本').toString('latin1') }).end();
      }),
    );
    const result = await outbound().request(get(`${site.origin}/a`));
    expect(result).toMatchObject({ kind: 'response', finalUrl: `${site.origin}/%E6%97%A5%E6%9C%AC` });
  });

  it('without a target are answers', async () => {
    const site = await server(serveHttp((_request, response) => void response.writeHead(302).end('x')));
    expect(await outbound().request(get(site.origin))).toMatchObject({ kind: 'response', status: 302 });
  });
});
