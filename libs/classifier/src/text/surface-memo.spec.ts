import { describe, expect, it } from '@jest/globals';
import { createSurfaceMemo } from './surface-memo.ts';

describe('createSurfaceMemo', () => {
  it('asks once per spelling, also where hashes collide', () => {
    const asked: string[] = [];
    const memo = createSurfaceMemo((surface) => asked.push(surface));
    const sameHash = 7;
    const text = 'abcabcabd';
    const found = [0, 3, 6].map((at) => memo.lookup(text, at, at + 3, sameHash));
    expect(found).toEqual([1, 1, 2]);
    expect(asked).toEqual(['abc', 'abd']);
  });

  it('goes on answering rightly after more spellings than it can remember', () => {
    const memo = createSurfaceMemo((surface) => Number(surface));
    const wrong = Array.from({ length: 150_000 }, (_, n) => n).filter((n) => {
      const surface = String(n);
      return memo.lookup(surface, 0, surface.length, Math.imul(n, 2_654_435_761)) !== n;
    });
    expect(wrong).toEqual([]);
  });
});
