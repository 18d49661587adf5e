import { collapse } from '../dom/element.ts';

/** Shared words over all words of two texts, 0 to 1. */
export function likeness(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1;
  // Texts of very different length share too few words to matter; most comparisons end here.
  if (a.length > 3 * b.length + 20 || b.length > 3 * a.length + 20) return 0;
  const x = wordsOf(a);
  const y = wordsOf(b);
  if (x.size === 0 || y.size === 0) return 0;
  let shared = 0;
  for (const word of x) if (y.has(word)) shared += 1;
  return (2 * shared) / (x.size + y.size);
}

function wordsOf(text: string): Set<string> {
  return new Set(
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}\p{M}]+/gu) ??
      [],
  );
}

/** Text that was escaped twice or carries mark-up, as plain text. */
export function plain(text: string): string {
  return collapse(
    text
      .replace(/<[^<>]{1,200}>/g, ' ')
      .replace(/&(?:amp|quot|#0?39|apos|lt|gt|nbsp|#8217|#8216|#8220|#8221);/g, (e) => ENTITIES[e] ?? ' '),
  );
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#039;': "'",
  '&apos;': "'",
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&#8217;': '’',
  '&#8216;': '‘',
  '&#8220;': '“',
  '&#8221;': '”',
};
