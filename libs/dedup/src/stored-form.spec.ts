import { describe, expect, it } from '@jest/globals';
import { STORED_FORM_CASES } from './data/stored-form-cases.ts';
import { storyVector } from './story-vector.ts';
import { textSignature } from './text-signature.ts';

/** FNV-1a of what would be stored. */
function digest(stored: object): string {
  let hash = 0x811c9dc5;
  const text = JSON.stringify(stored);
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/**
 * An archive holds signatures of years. Where one of these digests changes, new articles no longer meet the old: then
 * signatures need a version, and the archive has to be gone through again.
 */
describe('what is stored of an article', () => {
  it.each(STORED_FORM_CASES)('is what it always was for $name', (one) => {
    const { title, text, language, published, digests } = one;
    const long = Array.from({ length: 12 }, (_, i) => `${text} ${i}`).join('\n\n');
    expect([
      digest(textSignature(title, text, language)),
      digest(storyVector(title, text, published)),
      digest(textSignature(title, long, language)),
      digest(storyVector(title, long, published)),
    ]).toEqual(digests);
  });

  it('is the same whatever was read before, and however often', () => {
    const [one] = STORED_FORM_CASES;
    // More words than are remembered.
    const words = Array.from({ length: 40_000 }, (_, i) => `w${i.toString(36)}`);
    for (let i = 0; i < words.length; i += 400)
      storyVector('', words.slice(i, i + 400).join(' '), one!.published);
    expect(digest(storyVector(one!.title, one!.text, one!.published))).toBe(one!.digests[1]);
  });
});
