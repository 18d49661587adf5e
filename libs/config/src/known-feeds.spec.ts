import { describe, expect, it } from '@jest/globals';
import { indexFeeds } from './known-feeds.ts';

const feed = (url: string, outlet: string, line: number) => ({
  url,
  outlet,
  country: 'JP',
  language: 'en',
  group: 'wire' as const,
  line,
});
const known = indexFeeds([
  feed('https://harbor.example/rss/', 'Harbor Wire', 3),
  feed('https://harbor.example/en', 'Harbor Wire', 9),
  feed('https://shared.example/a', 'One', 15),
  feed('https://shared.example/b', 'Two', 21),
]);

describe('indexFeeds', () => {
  it('finds an address whatever its scheme and closing slash', () => {
    expect(known.lineOf('http://harbor.example/rss')).toBe(3);
    expect(known.lineOf('https://harbor.example/other')).toBeNull();
  });
  it('names the one outlet of a host, and none where several share it', () => {
    expect(known.outletAt('harbor.example')).toEqual({
      outlet: 'Harbor Wire',
      country: 'JP',
      language: 'en',
      group: 'wire',
    });
    expect(known.outletAt('shared.example')).toBeNull();
    expect(known.outletAt('nobody.example')).toBeNull();
  });
});
