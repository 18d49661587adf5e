import { describe, expect, it } from '@jest/globals';
import { plainText } from './plain-text.ts';

describe('plainText', () => {
  it('keeps paragraphs apart and words together', () => {
    expect(plainText('<p>Tokyo <b>pays</b>\n more.</p><p>Who else?</p>')).toBe(
      'Tokyo pays more.\n\nWho else?',
    );
  });
  it('reads entities and drops scripts', () => {
    expect(plainText('A &amp; B<script>evil()</script>')).toBe('A & B');
  });
  it('takes plain text and nothing', () => {
    expect(plainText('  plain  words ')).toBe('plain words');
    expect(plainText('')).toBe('');
  });
});
