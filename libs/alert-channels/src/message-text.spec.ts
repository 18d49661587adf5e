import { describe, expect, it } from '@jest/globals';
import { anAlert, HOSTILE } from './fixtures/message.ts';
import { oneLine, plainLines, shorten, webAddress, wordsOf } from './message-text.ts';

describe('wordsOf', () => {
  it('says what happened, where, when and why', () => {
    const words = wordsOf(anAlert(), 'Asia/Tokyo');
    expect(words.source).toBe('The Test Times · 22 Nov 2026, 12:05 GMT+9');
    expect(words.rule).toBe('New relevant articles · US–Japan alliance');
    expect(words.quotes[1]).toEqual({ text: '日本の負担は重い。', labels: 'Burden sharing, Sovereignty' });
  });

  it('says so of what is made up', () => {
    expect(wordsOf(anAlert({ synthetic: true }), 'UTC').title).toMatch(/^\[synthetic\] Tokyo/);
  });

  it('does without what is not known', () => {
    const words = wordsOf(anAlert({ outlet: null, published: null, url: null, beat: null, why: [] }), 'UTC');
    expect(words).toMatchObject({ url: null, rule: 'New relevant articles', quotes: [] });
    expect(words.source).toBe('alert of 22 Nov 2026, 03:06 UTC');
    expect(plainLines(words)).toEqual([words.source, anAlert().reason, 'New relevant articles']);
  });

  it('keeps hostile text on one line and within bounds', () => {
    const words = wordsOf(anAlert({ title: HOSTILE.repeat(20), reason: 'r'.repeat(9_000) }), 'UTC');
    expect(words.title).not.toMatch(/\p{Cc}/u);
    expect(words.title.length).toBeLessThanOrEqual(200);
    expect(words.reason.length).toBeLessThanOrEqual(400);
  });
});

describe('webAddress', () => {
  it.each([
    ['https://a.test/x', 'https://a.test/x'],
    ['javascript:alert(1)', null],
    ['data:text/html,x', null],
    ['/relative', null],
    [`https://a.test/${'x'.repeat(2_000)}`, null],
    [null, null],
  ])('%s → %s', (text, address) => {
    expect(webAddress(text)).toBe(address);
  });
});

describe('shorten', () => {
  it('leaves short text alone', () => {
    expect(shorten('abc', 3)).toBe('abc');
  });

  it('cuts between characters, not within them', () => {
    expect(shorten('a👩‍👩‍👧bcdefghijk', 5)).toBe('a…');
    expect(shorten('日本国憲法', 4)).toBe('日本国…');
  });
});

describe('oneLine', () => {
  it('makes every kind of break a space', () => {
    expect(oneLine(' a\r\nb\u2028c\u0000d\u0085e ')).toBe('a b c d e');
  });
});
