import { describe, expect, it } from '@jest/globals';
import { wordsOf } from './words-of.ts';

const words = (text: string, language: string) => wordsOf(text, language).map(({ word }) => word);

describe('wordsOf', () => {
  it('folds English words and leaves out numbers and the shortest ones', () => {
    expect(words('Tokyo’s so-called “burden” is up 25 %, says NATO.', 'en')).toEqual([
      'tokyo',
      'so-called',
      'burden',
      'says',
      'nato',
    ]);
  });
  it('segments Japanese and keeps what names something', () => {
    const found = words('在日米軍の駐留経費をアメリカと協議した。', 'ja');
    expect(found).toContain('アメリカ');
    expect(found).toContain('協議');
    expect(found).not.toContain('した');
  });
  it('says where each stands', () => {
    for (const [text, language] of [
      ['Bases in Okinawa cost more.', 'en'],
      ['沖縄の基地の負担が増える。', 'ja'],
    ] as const)
      for (const { word, start, end } of wordsOf(text, language))
        expect(text.slice(start, end).toLowerCase()).toBe(word);
  });
});
