import { describe, expect, it } from '@jest/globals';
import { canonicalKey } from './canonical-key.ts';

describe('canonicalKey', () => {
  it.each([
    ['http://www.example.com/a/b/', 'https://example.com/a/b'],
    ['https://example.com:443/a', 'http://example.com:80/a'],
    ['https://example.com/a?utm_source=x&id=7&fbclid=abc', 'https://example.com/a?id=7'],
    ['https://example.com/a?b=2&a=1', 'https://example.com/a?a=1&b=2'],
    ['https://example.com/a#comments', 'https://example.com/a'],
    ['https://m.example.com/a', 'https://www.example.com/a'],
    ['https://amp.example.com/a', 'https://example.com/a'],
    ['https://example.com/a/amp/', 'https://example.com/a'],
    ['https://example.com/amp/a', 'https://example.com/a'],
    ['https://example.com/a.amp.html', 'https://example.com/a.html'],
    ['https://example.com/a?outputType=amp', 'https://example.com/a'],
    ['https://www-example-com.cdn.ampproject.org/c/s/www.example.com/a', 'https://example.com/a'],
    ['https://www.google.com/amp/s/www.example.com/amp/a', 'https://example.com/a'],
    ['https://example.com/index.html', 'https://example.com'],
    ['https://example.jp/%E6%97%A5%E6%9C%AC', 'https://example.jp/日本'],
    ['HTTPS://EXAMPLE.com/A', 'https://example.com/A'],
  ])('%s is %s', (one, other) => {
    expect(canonicalKey(one)).toBe(canonicalKey(other));
  });

  it.each([
    ['https://example.com/a', 'https://example.com/b'],
    ['https://example.com/a?id=1', 'https://example.com/a?id=2'],
    ['https://example.com/A', 'https://example.com/a'],
    ['https://example.com:8080/a', 'https://example.com/a'],
    ['https://news.example.com/a', 'https://example.com/a'],
    ['https://example.com/amplifier', 'https://example.com/lifier'],
    ['https://example.com/a%2Fb', 'https://example.com/a/b'],
    ['https://m.com/a', 'https://example.com/a'],
  ])('%s is not %s', (one, other) => {
    expect(canonicalKey(one)).not.toBe(canonicalKey(other));
  });

  it('leaves what is no web address as it is', () => {
    expect(canonicalKey(' urn:uuid:7 ')).toBe('urn:uuid:7');
  });
});
