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
    ['//example.com/a', 'https://example.com/a'],
    ['http://example.com./a', 'https://example.com/a'],
    ['https://example.com//news//a', 'https://example.com/news/a'],
    ['https://example.com/a/index.php', 'https://example.com/a'],
    ['https://example.com/news/default.aspx', 'https://example.com/news'],
    ['https://www2.example.com/a', 'https://example.com/a'],
    ['https://mobile.example.co.jp/a', 'https://www.example.co.jp/a'],
    ['https://sp.example.jp/a?sp=1', 'https://sp.example.jp/a?sp=1&fbclid=q'],
    ['https://example.jp/sp/article/12', 'https://example.jp/article/12'],
    ['https://example.com/a?amp=1', 'https://example.com/a'],
    ['https://example.com/a/amphtml', 'https://example.com/a'],
    ['https://example.com/a_amp.html', 'https://example.com/a.html'],
    ['https://example.com/amp/a/?amp_js_v=0.1', 'https://example.com/a'],
    ['https://example.com/a?print=1', 'https://example.com/a'],
    ['https://example.com/a/print/', 'https://example.com/a'],
    ['https://example.com/a?page=2', 'https://example.com/a'],
    ['https://example.com/a/page/3', 'https://example.com/a'],
    ['https://example.com/a;jsessionid=4F2?id=7', 'https://example.com/a?id=7'],
    ['https://example.com/a?PHPSESSID=d41d8&id=7', 'https://example.com/a?id=7'],
    ['https://example.com/a?sid=99', 'https://example.com/a'],
    ['https://example.com/a?gclid=1&mc_cid=2&_hsenc=3&igshid=4', 'https://example.com/a'],
    ['https://example.com/a?utm_source=rss&utm_medium=feed#xtor=RSS-1', 'https://example.com/a'],
    ['https://example.com/a?at_medium=RSS&at_campaign=KARANGA', 'https://example.com/a'],
    ['https://example.com/a?CMP=share_btn_tw', 'https://example.com/a'],
    ['https://example.com/a?', 'https://example.com/a'],
    ['https://example.com/a#:~:text=tokyo', 'https://example.com/a'],
    ['https://例え.jp/a', 'https://xn--r8jz45g.jp/a'],
    ['https://bücher.example/a', 'https://xn--bcher-kva.example/a'],
    ['https://example.com/caf%C3%A9', 'https://example.com/café'],
    ['https://example.com/a%20b', 'https://example.com/a b'],
    ['https://user@example.com/a', 'https://example.com/a'],
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
    ['https://example.com/#!/news/7', 'https://example.com/#!/news/8'],
    ['https://example.com/a?p=12', 'https://example.com/a?p=13'],
    ['https://example.com/a?page=20250512', 'https://example.com/a?page=20250513'],
    ['https://example.com/en/a', 'https://example.com/ja/a'],
    ['https://edition.example.com/a', 'https://example.com/a'],
    ['https://example.com/2025/05/12/a', 'https://example.com/2025/05/13/a'],
    ['https://example.com/print/a', 'https://example.com/a'],
    ['https://example.co.jp/a', 'https://example.jp/a'],
    ['https://example.com/champ', 'https://example.com/ch'],
    ['https://example.com/a?q=1%262', 'https://example.com/a?q=1&2'],
  ])('%s is not %s', (one, other) => {
    expect(canonicalKey(one)).not.toBe(canonicalKey(other));
  });

  it('leaves what is no web address as it is', () => {
    expect(canonicalKey(' urn:uuid:7 ')).toBe('urn:uuid:7');
  });
});
