import { describe, expect, it } from '@jest/globals';
import { createHarness, get } from './fixtures/harness.ts';
import { serveHttp } from './fixtures/servers.ts';
import type { Resolve } from './outbound.types.ts';

const { server, outbound } = createHarness();

/** Answers each lookup with the next list of addresses; the last one stays. */
function resolverOf(...answers: string[][]): Resolve & { asked: number } {
  const resolve: Resolve = async () => {
    const answer = answers[Math.min(resolver.asked, answers.length - 1)] ?? [];
    resolver.asked += 1;
    return answer.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
  };
  const resolver = Object.assign(resolve, { asked: 0 });
  return resolver;
}

describe('the address guard', () => {
  it.each([
    'http://127.0.0.1',
    'http://localhost',
    'http://2130706433',
    'http://0x7f000001',
    'http://0177.0.0.1',
    'http://127.1',
    'http://[::ffff:127.0.0.1]',
    'http://0.0.0.0',
  ])('refuses %s, and no connection arrives', async (host) => {
    const site = await server(serveHttp((_request, response) => response.end()));
    const result = await outbound({ allow: [] }).request(get(`${host}:${site.port}/`));
    expect(result).toMatchObject({ kind: 'failure', reason: 'refused-address' });
    expect(site.connections()).toBe(0);
  });

  it.each([
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://[::1]/',
    'http://[fd00:ec2::254]/',
    'http://[64:ff9b::a00:1]/',
    'http://100.64.0.1/',
    'https://192.168.1.1/',
  ])('refuses %s', async (url) => {
    expect(await outbound({ allow: [] }).request(get(url))).toMatchObject({ reason: 'refused-address' });
  });

  it('refuses a name whose every address is internal', async () => {
    const resolve = resolverOf(['10.0.0.1', 'fe80::1']);
    const result = await outbound({ allow: [], resolve }).request(get('http://rebound.test/'));
    expect(result).toMatchObject({ reason: 'refused-address', message: expect.stringContaining('10.0.0.1') });
  });

  it('connects only to those addresses of a name that are admitted', async () => {
    const site = await server(serveHttp((_request, response) => response.end()));
    const resolve = resolverOf(['10.0.0.1', '127.0.0.1', '169.254.169.254']);
    const out = outbound({ allow: [`127.0.0.1:${site.port}`], resolve });
    const result = await out.request(get(`http://press.test:${site.port}/`));
    expect(result).toMatchObject({ kind: 'response', address: '127.0.0.1' });
  });

  it('asks once for each connection and connects to that answer', async () => {
    const site = await server(serveHttp((_request, response) => response.end()));
    const resolve = resolverOf(['127.0.0.1'], ['10.0.0.1']);
    const out = outbound({ allow: [`127.0.0.1:${site.port}`], resolve });
    expect(await out.request(get(`http://press.test:${site.port}/`))).toMatchObject({ kind: 'response' });
    expect(resolve.asked).toBe(1);
  });

  it('refuses a name that changes its answer to an internal address (DNS rebinding)', async () => {
    const site = await server(
      serveHttp((_request, response) => {
        response.writeHead(200, { Connection: 'close' }).end();
      }),
    );
    const resolve = resolverOf(['127.0.0.1'], ['169.254.169.254']);
    const out = outbound({ allow: [`127.0.0.1:${site.port}`], resolve });
    const url = `http://press.test:${site.port}/`;
    expect(await out.request(get(url))).toMatchObject({ kind: 'response' });
    expect(await out.request(get(url))).toMatchObject({ kind: 'failure', reason: 'refused-address' });
    expect(site.connections()).toBe(1);
  });

  it('keeps an allowance to its port', async () => {
    const open = await server(serveHttp((_request, response) => response.end()));
    const shut = await server(serveHttp((_request, response) => response.end()));
    const out = outbound({ allow: [`127.0.0.1:${open.port}`] });
    expect(await out.request(get(open.origin))).toMatchObject({ kind: 'response' });
    expect(await out.request(get(shut.origin))).toMatchObject({ reason: 'refused-address' });
    expect(shut.connections()).toBe(0);
  });

  it('refuses a redirect to an internal address, and no request arrives there', async () => {
    const inner = await server(serveHttp((_request, response) => response.end('secret')));
    const outer = await server(
      serveHttp((_request, response) => {
        response.writeHead(302, { Location: `${inner.origin}/admin` }).end();
      }),
    );
    const result = await outbound({ allow: [`127.0.0.1:${outer.port}`] }).request(get(outer.origin));
    expect(result).toMatchObject({
      kind: 'failure',
      reason: 'refused-address',
      url: `${inner.origin}/admin`,
      redirects: [{ status: 302 }],
    });
    expect(inner.connections()).toBe(0);
  });

  it('refuses a redirect to a name that resolves to an internal address', async () => {
    const inner = await server(serveHttp((_request, response) => response.end('secret')));
    const outer = await server(
      serveHttp((_request, response) => {
        response.writeHead(301, { Location: `http://innocent.test:${inner.port}/` }).end();
      }),
    );
    const resolve = resolverOf(['::ffff:127.0.0.1']);
    const result = await outbound({ allow: [`127.0.0.1:${outer.port}`], resolve }).request(get(outer.origin));
    expect(result).toMatchObject({ kind: 'failure', reason: 'refused-address' });
    expect(inner.connections()).toBe(0);
  });

  it.each(['file:///etc/passwd', 'ftp://127.0.0.1/', 'http://user:pw@127.0.0.1/'])(
    'refuses a redirect to %s',
    async (target) => {
      const site = await server(
        serveHttp((_request, response) => {
          response.writeHead(302, { Location: target }).end();
        }),
      );
      expect(await outbound().request(get(site.origin))).toMatchObject({
        kind: 'failure',
        reason: 'refused-url',
      });
      expect(site.requests).toHaveLength(1);
    },
  );
});
