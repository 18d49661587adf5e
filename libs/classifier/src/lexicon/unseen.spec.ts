import { describe, expect, it } from '@jest/globals';
import { createBackground } from './background.ts';
import { findUnseen, type StreamText } from './unseen.ts';

const background = (() => {
  const made = createBackground();
  made.add('Japan and the United States agree on the cost of bases and host nation support.', 'en');
  made.add('日米同盟と在日米軍の駐留経費について協議した。', 'ja');
  return made.snapshot();
})();
const english = (text: string, outletId: string): StreamText => ({ text, language: 'en', outletId });
const japanese = (text: string, outletId: string): StreamText => ({ text, language: 'ja', outletId });

describe('findUnseen', () => {
  it('finds a new word of several outlets, as it is most often written', () => {
    const texts = [
      english('Golden Dome and the bases', '1'),
      english('The Golden Dome costs', '2'),
      english('Cost of the golden dome', '2'),
      english('Bases and the cost', '3'),
    ];
    const { words, share } = findUnseen(texts, background);
    expect(words).toEqual([
      { word: 'Dome', language: 'en', texts: 3, outlets: 2 },
      { word: 'Golden', language: 'en', texts: 3, outlets: 2 },
    ]);
    // Six of the eleven running terms: golden and dome, three times each.
    expect(share).toBeCloseTo(6 / 11);
  });

  it('takes a word for known in every form of it', () => {
    expect(
      findUnseen([english('Japanese support for an agreed base, costing', '1')], background).words,
    ).toEqual([]);
    expect(findUnseen([english('supporting costs', '1')], background).share).toBe(0);
  });

  it('finds a new Japanese name whole', () => {
    const texts = ['1', '2', '3'].map((id) => japanese('在日米軍のゴールデンドームと駐留経費', id));
    expect(findUnseen(texts, background).words).toEqual([
      { word: 'ゴールデンドーム', language: 'ja', texts: 3, outlets: 3 },
    ]);
  });

  it('leaves out what one outlet or few texts say, numbers, and languages that were never counted', () => {
    const one = ['a', 'b', 'c'].map((word) => english(`Zeitenwende ${word} 2031`, '1'));
    const few = ['1', '2'].map((id) => english('Juggernaut', id));
    expect(findUnseen([...one, ...few], background).words).toEqual([]);
    expect(findUnseen([{ text: 'Sicherheit', language: 'de', outletId: '1' }], background)).toEqual({
      share: null,
      words: [],
    });
  });
});
