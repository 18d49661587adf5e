import { setImmediate as connectionIsFree } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { createHarness, get, textOf } from './fixtures/harness.ts';
import { CERTIFICATE } from './fixtures/loopback-certificate.ts';
import { serveHttp, serveHttps, serveRaw } from './fixtures/servers.ts';

const { server, outbound } = createHarness();

describe('a request', () => {
  it('brings back status, headers, body and the address that answered', async () => {
    const site = await server(
      serveHttp((_request, response) => {
        response.writeHead(203, { ETag: '"x"', Vary: ['Accept', 'Cookie'] }).end('hello');
      }),
    );
    const result = await outbound().request(get(`${site.origin}/a?b=c#d`));
    expect(result).toMatchObject({
      kind: 'response',
      status: 203,
      headers: { etag: '"x"', vary: 'Accept, Cookie' },
      truncated: false,
      truncatedBy: null,
      redirects: [],
      address: '127.0.0.1',
    });
    expect(result.kind === 'response' && textOf(result)).toBe('hello');
    expect(site.requests[0]).toMatchObject({
      method: 'GET',
      url: '/a?b=c',
      headers: { 'user-agent': 'Framewatch/test' },
    });
  });

  it('sends method, headers and body', async () => {
    const site = await server(serveHttp((_request, response) => response.end()));
    await outbound().request(get(site.origin, { method: 'POST', headers: { 'X-One': '1' }, body: 'é' }));
    expect(site.requests[0]).toMatchObject({ method: 'POST', body: 'é', headers: { 'x-one': '1' } });
  });

  it('keeps a connection for the next request', async () => {
    const site = await server(serveHttp((_request, response) => response.end('x')));
    const out = outbound();
    await out.request(get(site.origin));
    await connectionIsFree();
    await out.request(get(site.origin));
    expect(site.requests).toHaveLength(2);
    expect(site.connections()).toBe(1);
  });

  it('repeats a GET whose kept connection the server closed', async () => {
    const site = await server(
      serveRaw((socket, connection) => {
        let asked = 0;
        socket.on('data', () => {
          asked += 1;
          if (connection === 1 && asked === 2) socket.destroy();
          else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
        });
      }),
    );
    const out = outbound();
    await out.request(get(site.origin));
    await connectionIsFree();
    expect(await out.request(get(site.origin))).toMatchObject({ kind: 'response', status: 200 });
    expect(site.connections()).toBe(2);
  });

  it('never repeats a POST', async () => {
    const site = await server(
      serveRaw((socket) => {
        let asked = 0;
        socket.on('data', () => {
          asked += 1;
          if (asked === 2) socket.destroy();
          else socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
        });
      }),
    );
    const out = outbound();
    await out.request(get(site.origin));
    await connectionIsFree();
    const result = await out.request(get(site.origin, { method: 'POST', body: 'x' }));
    expect(result).toMatchObject({ kind: 'failure', reason: 'broken-response' });
    expect(site.connections()).toBe(1);
  });
});

describe('TLS', () => {
  it('refuses a certificate that nobody vouches for', async () => {
    const site = await server(serveHttps((_request, response) => response.end('x')));
    expect(await outbound().request(get(site.origin))).toMatchObject({ kind: 'failure', reason: 'tls' });
    expect(site.requests).toHaveLength(0);
  });

  it('trusts an authority that was given', async () => {
    const site = await server(serveHttps((_request, response) => response.end('x')));
    const result = await outbound({ certificateAuthorities: [CERTIFICATE] }).request(get(site.origin));
    expect(result).toMatchObject({ kind: 'response', status: 200 });
  });

  it('names plain text where TLS was expected', async () => {
    const site = await server(serveRaw((socket) => socket.end('hello\r\n\r\n')));
    const result = await outbound().request(get(site.origin.replace('http:', 'https:')));
    expect(result).toMatchObject({ kind: 'failure', reason: 'tls' });
  });
});

describe('what goes wrong', () => {
  it('no one listens', async () => {
    const site = await server(serveHttp((_request, response) => response.end()));
    await site.close();
    expect(await outbound().request(get(site.origin))).toMatchObject({ kind: 'failure', reason: 'connect' });
  });

  it.each([
    ['ENOTFOUND', 'dns-not-found'],
    ['EAI_AGAIN', 'dns-temporary'],
  ])('names: %s is %s', async (code, reason) => {
    const resolve = () => Promise.reject(Object.assign(new Error('no'), { code }));
    const result = await outbound({ resolve }).request(get('http://feeds.test/path?token=secret'));
    expect(result).toMatchObject({ kind: 'failure', reason, message: expect.stringContaining('feeds.test') });
    expect(result.kind === 'failure' && result.message).not.toContain('secret');
  });

  it('an answer that is not HTTP', async () => {
    const site = await server(serveRaw((socket) => socket.end('SSH-2.0-OpenSSH_9.9\r\n')));
    expect(await outbound().request(get(site.origin))).toMatchObject({
      kind: 'failure',
      reason: 'broken-response',
    });
  });

  it('more headers than the limit', async () => {
    const site = await server(
      serveRaw((socket) => {
        socket.write(`HTTP/1.1 200 OK\r\n${`X-Pad: ${'p'.repeat(1_000)}\r\n`.repeat(200)}\r\n`);
      }),
    );
    expect(await outbound().request(get(site.origin))).toMatchObject({
      kind: 'failure',
      reason: 'broken-response',
    });
  });

  it('a server that accepts and says nothing', async () => {
    const site = await server(serveRaw(() => {}));
    const result = await outbound().request(get(site.origin, { timeoutMs: 150 }));
    expect(result).toMatchObject({ kind: 'failure', reason: 'timeout' });
  });

  it('a body that trickles for ever', async () => {
    const site = await server(
      serveRaw((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n');
        const drip = setInterval(() => socket.write('.'), 10);
        socket.on('close', () => clearInterval(drip));
      }),
    );
    const result = await outbound().request(get(site.origin, { timeoutMs: 300 }));
    expect(result).toMatchObject({ kind: 'failure', reason: 'timeout' });
  });

  it('headers that trickle for ever', async () => {
    const site = await server(
      serveRaw((socket) => {
        socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
        const drip = setInterval(() => socket.write('.'), 10);
        socket.on('close', () => clearInterval(drip));
      }),
    );
    const result = await outbound().request(get(site.origin, { timeoutMs: 300 }));
    expect(result).toMatchObject({ kind: 'failure', reason: 'timeout' });
  });

  it('a name server that never answers', async () => {
    const resolve = () => new Promise<never>(() => {});
    const result = await outbound({ resolve }).request(get('http://feeds.test/', { timeoutMs: 150 }));
    expect(result).toMatchObject({ kind: 'failure', reason: 'timeout' });
  });

  it('the caller gives up: before, while waiting, and at close', async () => {
    const site = await server(serveRaw(() => {}));
    const out = outbound();
    const before = await out.request(get(site.origin, { signal: AbortSignal.abort() }));
    expect(before).toMatchObject({ kind: 'failure', reason: 'aborted' });
    expect(site.connections()).toBe(0);

    const controller = new AbortController();
    const waiting = out.request(get(site.origin, { signal: controller.signal }));
    controller.abort();
    expect(await waiting).toMatchObject({ kind: 'failure', reason: 'aborted' });

    const atClose = out.request(get(site.origin));
    await out.close();
    expect(await atClose).toMatchObject({ kind: 'failure', reason: 'aborted' });
  });
});
