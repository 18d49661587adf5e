import { describe, expect, it } from '@jest/globals';
import type { Piece, TextDiff } from './diff.types.ts';
import { diffTexts } from './diff-texts.ts';
import { diffWords } from './diff-words.ts';
import { likeness } from './likeness.ts';
import { findCorrectionNotice, saysWithdrawn } from './notices.ts';

const LINES = Array.from({ length: 12 }, (_, i) => `Sentence number ${i} says something of its own.`);
const only = (change: Piece['change'], { hunks }: TextDiff) =>
  hunks.flatMap(({ pieces }) =>
    pieces.filter((piece) => piece.change === change).map(({ text }) => text.trim()),
  );
const oneSide = (side: 'added' | 'removed', pieces: readonly Piece[]) =>
  pieces
    .filter(({ change }) => change === 'same' || change === side)
    .map(({ text }) => text)
    .join('');

describe('diffTexts', () => {
  it('shows the changed words with one sentence before and after, and counts what is left out', () => {
    const after = LINES.with(6, 'Sentence number 6 says nothing of its own.');
    const diff = diffTexts(LINES.join(' '), after.join(' '), 'en');
    expect(diff.hunks).toHaveLength(1);
    expect(diff.hunks[0]?.skipped).toBe(5);
    expect(diff.skippedAfter).toBe(4);
    expect([only('removed', diff), only('added', diff)]).toEqual([['something'], ['nothing']]);
    expect(only('same', diff)[0]).toBe(LINES[5]);
    expect(diff.cut).toBe(false);
  });

  it('gives nothing where nothing changed but spaces', () => {
    expect(diffTexts('One. Two.', 'One.  Two.', 'en')).toEqual({ hunks: [], skippedAfter: 2, cut: false });
  });

  it('finds a paragraph that came at the end and one that went at the beginning', () => {
    const before = 'It begins here.\n\nIt goes on.';
    const after = 'It goes on.\n\nIt ends here.';
    const diff = diffTexts(before, after, 'en');
    expect([only('removed', diff), only('added', diff)]).toEqual([['It begins here.'], ['It ends here.']]);
  });

  it('compares Japanese by words, not by whole lines', () => {
    const diff = diffTexts(
      '政府は駐留経費の増額を検討している。交渉は来月に始まる。',
      '政府は駐留経費の減額を検討している。交渉は来月に始まる。',
      'ja',
    );
    expect([only('removed', diff), only('added', diff)]).toEqual([['増額'], ['減額']]);
  });

  it('gives both texts back from its pieces, whatever they are', () => {
    const words = ['alpha ', 'beta ', 'gamma. ', 'delta\n\n', '日本', 'と', '米国。', '— ', '“x” ', '1,000 '];
    let seed = 7;
    const pick = (): string => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      return words[seed % words.length] ?? '';
    };
    for (let round = 0; round < 200; round += 1) {
      const [a, b] = [20, 24].map((n) => Array.from({ length: n }, pick).join('')) as [string, string];
      const pieces = diffWords(a, b, 'en');
      expect([oneSide('removed', pieces), oneSide('added', pieces)]).toEqual([a, b]);
    }
  });

  it('stays bounded on hostile texts and says that it is cut', () => {
    const huge = (word: string) => `${word}. `.repeat(200_000);
    expect(diffTexts(huge('a'), huge('b'), 'en').cut).toBe(true);
    const noise = (n: number) => Array.from({ length: 20_000 }, (_, i) => `w${(i * n) % 9_973}.`).join(' ');
    expect(diffTexts(noise(7), noise(11), 'en').cut).toBe(true);
    const endless = 'x'.repeat(2_000_000);
    expect(diffTexts(endless, `${endless}y`, 'en').cut).toBe(true);
  });

  it('sets sentences with little in common whole instead of as a patchwork', () => {
    const pieces = diffWords(
      'The minister left early for Paris.',
      'Rain fell over the whole of Kyushu.',
      'en',
    );
    expect(pieces.map(({ change }) => change)).toEqual(['removed', 'added']);
  });
});

describe('likeness', () => {
  const text = LINES.join(' ');
  it('is high for an edited text and low for another', () => {
    expect(likeness(text, text, 'en')).toBe(1);
    expect(likeness(text, LINES.slice(0, 8).join(' '), 'en')).toBeGreaterThan(0.7);
    expect(
      likeness(text, 'Rain fell over the whole of Kyushu. Trains stood still for hours.', 'en'),
    ).toBeLessThan(0.1);
  });
  it('works without spaces', () => {
    const ja = '政府は駐留経費の増額を検討している。交渉は来月に始まる見通しだ。';
    expect(likeness(ja, ja.replace('増額', '減額'), 'ja')).toBeGreaterThan(0.7);
    expect(likeness(ja, '台風が九州に近づいている。気象庁が警戒を呼びかけた。', 'ja')).toBeLessThan(0.2);
  });
});

describe('notices', () => {
  it.each([
    ['Correction: The treaty was signed in 1960, not in 1951.', 'en'],
    ['An earlier version of this article misstated the year of the treaty.', 'en'],
    ['Editor’s note: This story has been updated.', 'en'],
    ['【訂正】当初の記事で条約の年を誤って記しました。', 'ja'],
    ['記事の一部を修正しました。', 'ja'],
    ['（誤字を改めました）', 'ja'],
  ])('finds %s', (notice, language) => {
    const before = language === 'en' ? 'Talks began.' : '交渉が始まった。';
    expect(findCorrectionNotice(before, `${before}\n\n${notice}`, language)).toContain(
      notice.split(/(?<=[.。])\s*/)[0],
    );
    expect(findCorrectionNotice(`${before}\n\n${notice}`, `${before}\n\n${notice}`, language)).toBeNull();
  });
  it('takes no sentence about corrections in general for one', () => {
    expect(findCorrectionNotice('', 'Prices fell in a sharp correction on Monday.', 'en')).toBeNull();
  });
  it('knows a page that says its article is gone, and no article that reports such a thing', () => {
    expect(saysWithdrawn('This article has been removed at the request of the agency.')).toBe(true);
    expect(saysWithdrawn('この記事は公開を終了しました。')).toBe(true);
    expect(saysWithdrawn(`${'The paper said more. '.repeat(100)}This article has been removed.`)).toBe(false);
    expect(saysWithdrawn('The rule was withdrawn after protests.')).toBe(false);
  });
});
