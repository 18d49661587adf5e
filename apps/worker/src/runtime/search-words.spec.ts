import { describe, expect, it } from '@jest/globals';
import { searchWords } from './search-words.ts';

describe('searchWords', () => {
  it('leaves spaced scripts alone', () => {
    expect(searchWords('Who pays for the bases?', 'en')).toBe('Who pays for the bases?');
  });
  it('separates Japanese words', () => {
    expect(searchWords('日米同盟を強化する。', 'ja').split(' ')).toEqual(
      expect.arrayContaining(['日', '米', '同盟', '強化']),
    );
  });
  it('takes text of unknown language', () => {
    expect(searchWords('同盟を強化', 'und')).toContain('同盟');
  });
});
