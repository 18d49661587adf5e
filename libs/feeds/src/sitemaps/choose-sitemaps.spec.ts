import { readDate } from '@framewatch/dates';
import { describe, expect, it } from '@jest/globals';
import { chooseSitemaps } from './choose-sitemaps.ts';

const link = (name: string, modified?: string) => ({
  url: `https://news.example/${name}`,
  modified: modified === undefined ? null : readDate(modified),
});
const chosen = (links: ReturnType<typeof link>[], most = 2) =>
  chooseSitemaps(links, most).map(({ url }) => url.replace('https://news.example/', ''));

describe('chooseSitemaps', () => {
  it('takes what is called news first, whatever its date, and the host’s name for nothing', () => {
    expect(
      chosen([link('posts.xml', '2026-11-22'), link('sitemap-news.xml', '2020-01-01'), link('a.xml')]),
    ).toEqual(['sitemap-news.xml', 'posts.xml']);
  });
  it('takes the newest by the dates of the index', () => {
    expect(chosen([link('a.xml', '2026-11-20'), link('b.xml'), link('c.xml', '2026-11-22')])).toEqual([
      'c.xml',
      'a.xml',
    ]);
  });
  it('takes the highest number or month where the index gives no dates', () => {
    expect(chosen([link('sitemap-9.xml'), link('sitemap-12.xml'), link('sitemap-1.xml')])).toEqual([
      'sitemap-12.xml',
      'sitemap-9.xml',
    ]);
    expect(
      chosen([link('archive/2026/9.xml'), link('archive/2026/11.xml'), link('archive/2025/12.xml')]),
    ).toEqual(['archive/2026/11.xml', 'archive/2026/9.xml']);
  });
  it('leaves pictures, tags and authors for last, though they changed today', () => {
    expect(
      chosen([
        link('image-sitemap.xml', '2026-11-22'),
        link('tag-sitemap.xml', '2026-11-22'),
        link('author-sitemap.xml', '2026-11-22'),
        link('post-sitemap.xml', '2026-11-01'),
        link('post-sitemap2.xml', '2026-11-21'),
      ]),
    ).toEqual(['post-sitemap2.xml', 'post-sitemap.xml']);
  });
});
