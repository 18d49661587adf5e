import { describe, expect, it } from '@jest/globals';
import { LONG, roomForWords, scanWords, termOf } from './words.ts';

function wordsOf(text: string): string[] {
  const spans = roomForWords(text.length);
  scanWords(text, 0, text.length, spans);
  return Array.from({ length: spans.count }, (_, i) => text.slice(spans.starts[i], spans.ends[i]));
}

describe('scanWords', () => {
  it('keeps acronyms, decimals, per cent and 2+2 whole and parts hyphens', () => {
    expect(wordsOf('The U.S. paid 1.55 of cost-sharing, 2% in a 2+2.')).toEqual([
      'The',
      'U.S',
      'paid',
      '1.55',
      'of',
      'cost',
      'sharing',
      '2%',
      'in',
      'a',
      '2+2',
    ]);
  });

  it('has room for the words of any text, even of single letters', () => {
    const text = 'a b c d e f g h i j 1% 2% 3%';
    expect(wordsOf(text)).toEqual(text.split(' '));
  });

  it('spells short plain words in two numbers, equal for equal words only', () => {
    const text = 'Tokyo Japan’s Tokyo Japan okyo T okyoT responsibilities Ōta';
    const spans = roomForWords(text.length);
    scanWords(text, 0, text.length, spans);
    const spelt = Array.from({ length: spans.count }, (_, i) => `${spans.low[i]} ${spans.high[i]}`);
    expect(spelt[0]).toBe(spelt[2]);
    expect(new Set([0, 3, 4, 5, 6].map((i) => spelt[i])).size).toBe(5);
    expect([1, 7, 8].map((i) => spans.high[i])).toEqual([LONG, LONG, LONG]);
  });
});

describe('termOf', () => {
  it('joins the spellings of a country and tells them from the pronoun', () => {
    expect([termOf('US'), termOf('U.S'), termOf('USA')]).toEqual(['usa', 'usa', 'usa']);
    expect(termOf('us')).not.toBe('usa');
  });

  it('joins endings, possessives, accents and British spellings', () => {
    expect(termOf('Japan’s')).toBe(termOf('japan'));
    expect(termOf('deterred')).toBe(termOf('deter'));
    expect(termOf('defence')).toBe(termOf('defense'));
    expect(termOf('Ōta')).toBe('ota');
    expect(termOf('constructor')).toBe('constructor');
  });
});
