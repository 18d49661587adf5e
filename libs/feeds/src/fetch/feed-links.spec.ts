import { describe, expect, it } from '@jest/globals';
import { feedLinks } from './feed-links.ts';

const urls = (html: string) => feedLinks(html, 'https://news.test/world/').map(({ url }) => url);

describe('feedLinks', () => {
  it('reads declared feeds with their titles, in order, each once', () => {
    const html = `<link rel="alternate" type="application/rss+xml" title=" World " href="/rss.xml">
      <LINK REL="Alternate Home" TYPE="application/atom+xml; charset=utf-8" HREF="atom">
      <link rel=alternate type=application/feed+json href=//cdn.test/feed.json>
      <link rel="alternate" type="application/rss+xml" href="/rss.xml#top">`;
    expect(feedLinks(html, 'https://news.test/world/')).toEqual([
      { url: 'https://news.test/rss.xml', title: 'World', found: 'link' },
      { url: 'https://news.test/world/atom', title: null, found: 'link' },
      { url: 'https://cdn.test/feed.json', title: null, found: 'link' },
    ]);
  });

  it('puts visible links after declared ones', () => {
    const html = '<a href="/feed/">RSS</a><link rel="alternate" type="text/xml" href="/x.rss">';
    expect(urls(html)).toEqual(['https://news.test/x.rss', 'https://news.test/feed/']);
  });

  it.each([
    '<link rel="alternate" hreflang="ja" href="/ja/">',
    '<link rel="stylesheet" type="text/css" href="/feed.css">',
    '<link rel="alternate" type="application/json" href="/wp-json/wp/v2/posts/1">',
    '<link rel="alternate" type="application/rss+xml" href="javascript:alert(1)">',
    '<a href="/feedback">Feedback</a>',
    '<a href="/pressroom/">Press</a>',
    '<a href="/first-class">First</a>',
    '<!-- <link rel="alternate" type="application/rss+xml" href="/old.xml"> -->',
  ])('passes over %s', (html) => {
    expect(urls(html)).toEqual([]);
  });

  it('resolves against the first base', () => {
    const html = '<base href="https://www.news.test/"><base href="/x/"><link rel=feed href=f>';
    expect(urls(html)).toEqual(['https://www.news.test/f']);
  });

  it('stays small on a page that is nothing but links', () => {
    const html = Array.from({ length: 5_000 }, (_, n) => `<a href="/feed/${n}">`).join('');
    expect(urls(html)).toHaveLength(30);
  });
});
