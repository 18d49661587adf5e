import { describe, expect, it } from '@jest/globals';
import { roomForWords, scanWords, termOf } from './words.ts';

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

  it('hashes equal words alike and others apart', () => {
    const text = 'Tokyo Japan’s Tokyo Japan';
    const spans = roomForWords(text.length);
    scanWords(text, 0, text.length, spans);
    expect(spans.hashes[0]).toBe(spans.hashes[2]);
    expect(spans.hashes[1]).not.toBe(spans.hashes[3]);
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
  });
});
