import { describe, expect, it } from '@jest/globals';
import { createRedirectCookies } from './redirect-cookies.ts';

describe('createRedirectCookies', () => {
  it('gives back to an origin what it has set, and to no other', () => {
    const cookies = createRedirectCookies();
    cookies.note(new URL('https://a.test/x'), ['seen=1; Path=/; Secure', 'lang=ja']);
    expect(cookies.headerFor(new URL('https://a.test/y'))).toEqual({ cookie: 'seen=1; lang=ja' });
    expect(cookies.headerFor(new URL('http://a.test/y'))).toEqual({});
    expect(cookies.headerFor(new URL('https://b.test/'))).toEqual({});
  });

  it('keeps the later of two values and ignores lines that are no cookie', () => {
    const cookies = createRedirectCookies();
    cookies.note(new URL('https://a.test/'), ['a=1', 'nonsense', `big=${'x'.repeat(5_000)}`]);
    cookies.note(new URL('https://a.test/'), ['a=2']);
    expect(cookies.headerFor(new URL('https://a.test/'))).toEqual({ cookie: 'a=2' });
  });
});
