import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { createHarness, get, textOf } from './fixtures/harness.ts';
import { CERTIFICATE } from './fixtures/loopback-certificate.ts';
import { serveHttp, serveHttps, type TestServer } from './fixtures/servers.ts';

const { server, outbound } = createHarness();
const publicly = async () => [{ address: '93.184.215.14', family: 4 } as const];
const internally = async () => [{ address: '10.0.0.1', family: 4 } as const];

/** A proxy that tunnels everything to one port of this machine. */
async function tunnelTo(port: number): Promise<TestServer> {
  const requests: TestServer['requests'] = [];
  const proxy = createServer();
  proxy.on('connect', (request, socket) => {
    requests.push({ method: 'CONNECT', url: request.url ?? '', headers: request.headers, body: '' });
    const inner = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      socket.pipe(inner).pipe(socket);
    });
    for (const end of [inner, socket]) end.on('error', () => {});
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const own = (proxy.address() as AddressInfo).port;
  const close = () =>
    new Promise<void>((resolve) => {
      proxy.close(() => resolve());
      proxy.closeAllConnections();
    });
  return {
    port: own,
    origin: `http://127.0.0.1:${own}`,
    requests,
    connections: () => requests.length,
    close,
  };
}

describe('through a proxy', () => {
  it('plain http is asked of the proxy itself, with its password', async () => {
    const proxy = await server(serveHttp((_request, response) => response.end('by proxy')));
    const http = proxy.origin.replace('://', '://user:pw@');
    const result = await outbound({ allow: [], proxy: { http }, resolve: publicly }).request(
      get('http://feeds.test/rss?x=1'),
    );
    expect(result).toMatchObject({ kind: 'response', address: null });
    expect(proxy.requests[0]).toMatchObject({
      url: 'http://feeds.test/rss?x=1',
      headers: {
        host: 'feeds.test',
        'proxy-authorization': `Basic ${Buffer.from('user:pw').toString('base64')}`,
      },
    });
  });

  it('https is tunnelled, its certificate checked against the name', async () => {
    const site = await server(serveHttps((_request, response) => response.end('inside')));
    const proxy = await server(tunnelTo(site.port));
    const out = outbound({
      allow: [],
      proxy: { https: proxy.origin },
      resolve: publicly,
      certificateAuthorities: [CERTIFICATE],
    });
    const result = await out.request(get('https://feeds.test/'));
    expect(result).toMatchObject({ kind: 'response', address: null });
    expect(result.kind === 'response' && textOf(result)).toBe('inside');
    expect(proxy.requests[0]).toMatchObject({ method: 'CONNECT', url: 'feeds.test:443' });
    expect(await out.request(get('https://other.test/'))).toMatchObject({ kind: 'failure', reason: 'tls' });
    expect(site.requests).toHaveLength(1);
  });

  it('an internal target is refused before the proxy hears of it', async () => {
    const proxy = await server(serveHttp((_request, response) => response.end('by proxy')));
    const out = outbound({ allow: [], proxy: { http: proxy.origin }, resolve: internally });
    expect(await out.request(get('http://feeds.test/'))).toMatchObject({ reason: 'refused-address' });
    expect(await out.request(get('http://169.254.169.254/'))).toMatchObject({ reason: 'refused-address' });
    expect(proxy.connections()).toBe(0);
  });

  it('a redirect to an internal target is refused too', async () => {
    const proxy = await server(
      serveHttp((_request, response) => {
        response.writeHead(302, { Location: 'http://192.168.0.1/' }).end();
      }),
    );
    const out = outbound({ allow: [], proxy: { http: proxy.origin }, resolve: publicly });
    expect(await out.request(get('http://feeds.test/'))).toMatchObject({ reason: 'refused-address' });
    expect(proxy.requests).toHaveLength(1);
  });

  it('what is exempt goes directly', async () => {
    const proxy = await server(serveHttp((_request, response) => response.end('by proxy')));
    const site = await server(serveHttp((_request, response) => response.end('directly')));
    const out = outbound({ proxy: { http: proxy.origin, noProxy: 'feeds.test' }, resolve: loopback });
    const result = await out.request(get(`http://feeds.test:${site.port}/`));
    expect(result.kind === 'response' && textOf(result)).toBe('directly');
    expect(proxy.connections()).toBe(0);
  });

  it('a proxy that is down is a failed connection', async () => {
    const proxy = await server(serveHttp((_request, response) => response.end()));
    await proxy.close();
    const out = outbound({
      allow: [],
      proxy: { http: proxy.origin, https: proxy.origin },
      resolve: publicly,
    });
    expect(await out.request(get('http://feeds.test/'))).toMatchObject({
      kind: 'failure',
      reason: 'connect',
    });
    expect(await out.request(get('https://feeds.test/'))).toMatchObject({
      kind: 'failure',
      reason: 'connect',
    });
  });
});

async function loopback() {
  return [{ address: '127.0.0.1', family: 4 } as const];
}
