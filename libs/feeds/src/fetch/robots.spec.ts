import { describe, expect, it } from '@jest/globals';
import { parseRobots } from './robots.ts';

const reader = { origin: 'https://news.test', userAgent: 'Framewatch/0.1 (+mailto:desk@example.org)' };
const allows = (text: string, path: string) =>
  parseRobots(text, reader).isAllowed(`https://news.test${path}`);

describe('parseRobots', () => {
  it.each([
    ['', '/a', true],
    ['User-agent: *\nDisallow:', '/a', true],
    ['User-agent: *\nDisallow: /', '/a', false],
    ['User-agent: other\nDisallow: /', '/a', true],
    ['User-agent: *\nDisallow: /\n\nUser-agent: FrameWatch\nAllow: /', '/a', true],
    ['User-agent: framewatch\nDisallow: /x\n\nUser-agent: *\nDisallow: /', '/a', true],
    ['User-agent: a\nUser-agent: framewatch\nDisallow: /x', '/x/y', false],
    ['User-agent: *\nDisallow: /a\nAllow: /a/b', '/a/b/c', true],
    ['User-agent: *\nDisallow: /*.pdf$', '/x.pdf', false],
    ['User-agent: *\nDisallow: /*.pdf$', '/x.pdf?y', true],
    ['\ufeffUser-agent: *\r\nDisallow: /a # why\r\n', '/a', false],
    ['<html><body>Not found: sorry</body></html>', '/a', true],
    ['User-agent: *\nDisallow: /日本', '/%E6%97%A5%E6%9C%AC', false],
  ])('%j and %s: %s', (text, path, allowed) => {
    expect(allows(text, path)).toBe(allowed);
  });

  it('says nothing in favour of another origin', () => {
    expect(parseRobots('', reader).isAllowed('https://other.test/a')).toBe(false);
    expect(parseRobots('', reader).isAllowed('http://news.test/a')).toBe(false);
  });

  it('reads delay and sitemaps', () => {
    const text = 'User-agent: *\nCrawl-delay: 7.5\nSitemap: https://news.test/news.xml';
    expect(parseRobots(text, reader)).toMatchObject({
      crawlDelaySeconds: 7.5,
      sitemaps: ['https://news.test/news.xml'],
    });
    expect(parseRobots('User-agent: *\nCrawl-delay: -1', reader).crawlDelaySeconds).toBeNull();
    expect(parseRobots('', reader).crawlDelaySeconds).toBeNull();
  });
});
