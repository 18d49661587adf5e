import { describe, expect, it } from '@jest/globals';
import { splitSentences } from './sentences.ts';

const cut = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

describe('splitSentences', () => {
  it('gives offsets that cut out the sentences without white space around them', () => {
    expect(cut('  One came.  Two went!\n\nThree? ')).toEqual(['One came.', 'Two went!', 'Three?']);
  });

  it('does not break at abbreviations, initials, acronyms and decimal points', () => {
    const text =
      'Gen. J. Mattis of the U.S. Marines paid $1.8 million in Washington, D.C., on Jan. 3. He left.';
    expect(cut(text)).toEqual([text.slice(0, -9), 'He left.']);
  });

  it('breaks after an acronym where a sentence plainly begins', () => {
    expect(cut('It was sold to the U.S. The price was not named.')).toHaveLength(2);
  });

  it('keeps closing quotation marks with their sentence', () => {
    expect(cut('“Never again.” He wept.')).toEqual(['“Never again.”', 'He wept.']);
  });

  it('does not break before a word in small letters', () => {
    expect(cut('“Really?” asked the mayor.')).toHaveLength(1);
  });

  it('splits Japanese at full stops outside of quotations', () => {
    const text = '首相は「残念だ。だが続ける。」と述べた。会談は終わった。';
    expect(cut(text)).toEqual(['首相は「残念だ。だが続ける。」と述べた。', '会談は終わった。']);
  });

  it('numbers paragraphs by line', () => {
    expect(splitSentences('A b. C d.\nE f.').map((s) => s.paragraph)).toEqual([0, 0, 1]);
  });
});
