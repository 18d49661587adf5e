import { describe, expect, it } from '@jest/globals';
import { detectLanguage, isPlausible } from './language.ts';

describe('detectLanguage', () => {
  it.each([
    ['en', 'The ministers of the two countries met in Tokyo and said that they would continue the talks.'],
    ['ja', '両国の閣僚は東京で会談し、協議を続けることで一致した。'],
    [
      'fr',
      'Les ministres des deux pays se sont réunis à Tokyo et ont dit qu’ils poursuivraient les discussions.',
    ],
    [
      'de',
      'Die Minister der beiden Länder haben sich in Tokio getroffen und wollen die Gespräche fortsetzen.',
    ],
    ['ko', '양국 장관은 도쿄에서 회담을 갖고 협의를 계속하기로 했다.'],
    ['zh', '两国部长在东京举行会谈，同意继续磋商。'],
    ['und', '12345 — 67'],
  ])('says %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language);
  });
});

describe('isPlausible', () => {
  it('does not believe a page that calls a Japanese or a French text English', () => {
    expect(isPlausible('両国の閣僚は東京で会談した。', 'en')).toBe(false);
    expect(isPlausible('Les ministres se sont réunis hier à Tokyo.', 'en')).toBe(false);
    expect(isPlausible('The ministers met.', 'en')).toBe(true);
  });
});
