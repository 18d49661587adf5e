import { describe, expect, it } from '@jest/globals';
import { permanentUrl } from './permanent-url.ts';

function chain(...statuses: number[]) {
  return statuses.map((status, step) => ({ status, from: `http://a/${step}`, to: `http://a/${step + 1}` }));
}

describe('permanentUrl', () => {
  it.each([
    [[], null],
    [[301], 'http://a/1'],
    [[308, 301], 'http://a/2'],
    [[301, 302], 'http://a/1'],
    [[301, 307, 301], 'http://a/1'],
    [[302, 301], null],
    [[303], null],
  ])('after %j is %s', (statuses, url) => {
    expect(permanentUrl(chain(...statuses))).toBe(url);
  });
});
