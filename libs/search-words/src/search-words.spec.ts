import { describe, expect, it } from '@jest/globals';
import { searchWords } from './search-words.ts';

describe('searchWords', () => {
  it('leaves spaced scripts to PostgreSQL', () => {
    expect(searchWords('Tokyo agrees to "pay more"', 'en')).toBe('Tokyo agrees to "pay more"');
  });
  it('cuts Japanese into words and drops the punctuation', () => {
    const words = searchWords('日米同盟を、強化する。', 'ja').split(' ');
    expect(words.length).toBeGreaterThan(3);
    expect(words.join('')).toBe('日米同盟を強化する');
  });
  it('cuts a phrase as it cuts the text that holds it', () => {
    const text = ` ${searchWords('政府は在日米軍の駐留経費について協議した。', 'ja')} `;
    expect(text).toContain(` ${searchWords('駐留経費', 'und')} `);
  });
});
