import { describe, expect, it } from '@jest/globals';
import { createSurfaceMemo } from './surface-memo.ts';
import { roomForWords, scanWords } from './words.ts';

/** What a memo says of every word of a text. */
function lookupAll(memo: ReturnType<typeof createSurfaceMemo>, text: string): number[] {
  const spans = roomForWords(text.length);
  scanWords(text, 0, text.length, spans);
  return Array.from({ length: spans.count }, (_, i) =>
    memo.lookup(text, spans.starts[i]!, spans.ends[i]!, spans.low[i]!, spans.high[i]!),
  );
}

describe('createSurfaceMemo', () => {
  it('asks once per spelling, short or long, plain or not', () => {
    const asked: string[] = [];
    const memo = createSurfaceMemo((surface) => asked.push(surface));
    const text = 'abc abcdefghij abcdefghijk U.S aa a Abc é 0 o0';
    expect(lookupAll(memo, text)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(lookupAll(memo, text)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(asked).toEqual(text.split(' '));
  });

  it('goes on answering rightly after more spellings than it can remember', () => {
    const memo = createSurfaceMemo((surface) => Number(surface));
    for (const ending of ['', '0000000']) {
      const numbers = Array.from({ length: 150_000 }, (_, n) => `${n}${ending}`);
      expect(lookupAll(memo, numbers.join(' ')).filter((x, n) => x !== Number(numbers[n]))).toEqual([]);
    }
  });
});
