import { describe, expect, it } from '@jest/globals';
import { hubLinks } from './hub-links.ts';

const BASE = 'https://harbor.example/feeds/all.xml';
const links = (header?: string) => hubLinks(header, BASE);

describe('hubLinks', () => {
  it('finds hub and self in one header, quoted or not, relative or not', () => {
    const both = { hub: 'https://hub.example/', self: 'https://harbor.example/feeds/main.xml' };
    expect(links('<https://hub.example/>; rel="hub", <main.xml>; rel=self')).toEqual(both);
    expect(
      links('<main.xml>;REL="alternate Self" , <https://hub.example/>;title="a, \\"b\\"; c";rel=hub'),
    ).toEqual(both);
  });
  it('takes the first of several hubs', () => {
    expect(links('<https://one.example/>;rel=hub,<https://two.example/>;rel=hub').hub).toBe(
      'https://one.example/',
    );
  });
  it('finds nothing in other links, other schemes, and what is no header', () => {
    const none = { hub: null, self: null };
    for (const header of [
      undefined,
      '',
      '<https://hub.example/>; rel=hubs',
      '<ftp://hub.example/>; rel=hub',
      '<https://[>; rel=hub',
      '<https://hub.example/>; rel=hub; anchor="/other"',
      '<https://hub.example/>',
      'hub',
    ])
      expect(links(header)).toEqual(none);
  });
  it('is done with hostile headers at once', () => {
    expect(links(`<${'a;'.repeat(200_000)}`)).toEqual({ hub: null, self: null });
    expect(links(`<a>${';a="'.repeat(100_000)}`)).toEqual({ hub: null, self: null });
  });
});
