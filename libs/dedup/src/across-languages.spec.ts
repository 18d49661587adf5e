import { describe, expect, it } from '@jest/globals';
import { figuresOf } from './figures.ts';
import { nameReadings } from './kanji-names.ts';
import { foldKana, foldRomaji } from './romaji.ts';
import { soundOfKana, soundOfLatin } from './sounds.ts';

const may12 = Date.UTC(2025, 4, 12);

describe('names in two scripts', () => {
  it.each([
    ['石破', 'Ishiba'],
    ['高市', 'Takaichi'],
    ['小泉', 'Koizumi'],
    ['玉城', 'Tamaki'],
    ['嘉手納', 'Kadena'],
    ['佐世保', 'Sasebo'],
    ['十和田', 'Towada'],
    ['大野', 'Ohno'],
    ['神奈川', 'Kanagawa'],
    ['茂木', 'Motegi'],
  ])('%s can be read %s', (name, spelling) => {
    expect(nameReadings(name)).toContain(foldRomaji(spelling));
  });

  it.each([
    ['トヨタ', 'Toyota'],
    ['みずほ', 'Mizuho'],
    ['コマツ', 'Komatsu'],
  ])('%s is spelled %s', (kana, spelling) => {
    expect(foldKana(kana)).toBe(foldRomaji(spelling));
  });

  it.each([
    ['ワシントン', 'Washington'],
    ['ヘグセス', 'Hegseth'],
    ['ブリンケン', 'Blinken'],
    ['ハワイ', 'Hawaii'],
    ['ホロウェイ', 'Holloway'],
    ['マニラ', 'Manila'],
  ])('%s sounds like %s', (kana, latin) => {
    expect(soundOfKana(kana)).toBe(soundOfLatin(latin));
  });

  it('takes no word for Japanese that cannot be', () => {
    expect(foldRomaji('Pemberton')).toBeNull();
    expect(nameReadings('鬱')).toEqual([]);
  });
});

describe('figures in two languages', () => {
  it.each([
    ['worth $8.9 billion', '89億ドル'],
    ['8.9 trillion yen', '八兆九千億円'],
    ['8.9 trillion yen', '8兆9千億円'],
    ['some 12,400 troops', '約1万2400人'],
    ['970 billion yen', '九千七百億円'],
    ['a rate of 0.75 percent', '0・75%'],
    ['magnitude 6.8', 'マグニチュード6.8'],
    ['on August 15', '8月15日'],
  ])('%s is %s', (english, japanese) => {
    const found = figuresOf(english, false, may12);
    expect(found).toHaveLength(1);
    expect(figuresOf(japanese, true, may12)).toEqual(found);
  });

  it('leaves out what every article has: years, small numbers, the day of the news', () => {
    expect(figuresOf('On May 12, 2025, two of three ships came.', false, may12)).toEqual([]);
    expect(figuresOf('2025年5月12日、三隻のうち二隻が来た。', true, may12)).toEqual([]);
  });
});
