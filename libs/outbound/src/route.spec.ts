import { describe, expect, it } from '@jest/globals';
import { compileRoute } from './route.ts';

const proxies = { http: 'http://proxy:3128', https: 'http://secure-proxy:3128' };

describe('compileRoute', () => {
  it('goes directly where no proxy is set', () => {
    expect(compileRoute()(new URL('https://example.org/'))).toBeNull();
  });

  it('chooses the proxy by scheme', () => {
    const route = compileRoute(proxies);
    expect(route(new URL('http://example.org/'))).toBe(proxies.http);
    expect(route(new URL('https://example.org/'))).toBe(proxies.https);
  });

  it.each([
    ['*', 'http://example.org/', true],
    ['example.org', 'http://example.org/', true],
    ['example.org', 'http://news.example.org/', true],
    ['.example.org', 'http://news.example.org/', true],
    ['example.org', 'http://notexample.org/', false],
    ['example.org:8080', 'http://example.org:8080/', true],
    ['example.org:8080', 'http://example.org/', false],
    ['a.test, 10.0.0.0/8', 'http://10.1.1.1/', true],
    ['[2606:4700::1]', 'http://[2606:4700::1]/', true],
    ['<local>,example.org', 'http://example.org/', true],
    ['<local>', 'http://example.org/', false],
  ])('no_proxy "%s" and %s: direct %s', (noProxy, url, direct) => {
    expect(compileRoute({ ...proxies, noProxy })(new URL(url)) === null).toBe(direct);
  });

  it.each(['http://127.0.0.1:8093/', 'http://localhost/', 'https://[::1]/'])('reaches %s directly', (url) => {
    expect(compileRoute(proxies)(new URL(url))).toBeNull();
  });
});
