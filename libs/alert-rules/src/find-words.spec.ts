import { describe, expect, it } from '@jest/globals';
import { foundWords, sentenceWith } from './find-words.ts';

describe('foundWords', () => {
  it.each([
    // word or phrase, text, whether it stands there
    ['pay', 'Tokyo will pay.', true],
    ['pay', 'Japan', false],
    ['pay', 'Repay', false],
    ['pay', 'payment', false],
    ['PAY', '“Pay more,” it says', true],
    ['bloc', 'the bloc’s leaders', true],
    ['cold war mentality', 'a Cold War\nmentality', true],
    ['cold war  mentality', 'a Cold\u00a0War mentality', true],
    ['cold war', 'a cold, war-like day', false],
    ['F-35', 'Six F-35s arrived', false],
    ['F-35', 'An F-35, it said', true],
    ['U.S.', 'The U.S. forces', true],
    ['host nation', 'host-nation support', false],
    ['café', 'Cafe\u0301 talks', true],
    ['naïve', 'a naive view', false],
    ['straße', 'STRASSE', false],
    ['同盟', '日米同盟を強化', true],
    ['日米 同盟', '日米同盟', false],
    ['ＮＡＴＯ', 'NATOの会合', true],
    ['NATO', 'ＮＡＴＯ首脳会議', true],
    ['ﾐｻｲﾙ', '北朝鮮がミサイルを発射', true],
    ['AUKUS', 'AUKUSと日本', true],
    ['US', 'AUKUSと日本', false],
    ['동맹', '한미동맹을 강화', true],
    ['米', '𠮷野家と米国', true],
    ['foo', '', false],
    ['  ', 'anything', false],
  ])('%s in %j: %s', (word, text, stands) => {
    expect(foundWords([word], text)).toEqual(stands ? [word] : []);
  });
  it('gives those that stand there, of several', () => {
    expect(foundWords(['bases', 'Okinawa', '沖縄'], 'Okinawa（沖縄）')).toEqual(['Okinawa', '沖縄']);
  });
});

describe('sentenceWith', () => {
  it('finds the headline first, then the first sentence of the text, in English and Japanese', () => {
    const english = { title: 'Talks', text: 'Nothing here. The bloc met on Monday. The bloc left.' };
    expect(sentenceWith(['bloc'], english, 'en')).toBe('The bloc met on Monday.');
    expect(sentenceWith(['talks'], english, 'en')).toBe('Talks');
    expect(sentenceWith(['同盟'], { title: '会談', text: '会った。日米同盟を強化する。' }, 'ja')).toBe(
      '日米同盟を強化する。',
    );
    expect(sentenceWith(['war'], english, 'en')).toBeNull();
  });
});
