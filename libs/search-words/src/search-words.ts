import { segmenterOf, UNSPACED } from './segmenters.ts';

/**
 * A text as words with spaces between them, for the full-text index and for searching in it; Japanese, Chinese and
 * Thai are segmented by Unicode's rules for `language` (`und` counts as Japanese). Spaced scripts stay as they are.
 */
export function searchWords(text: string, language: string): string {
  if (!UNSPACED.test(text)) return text;
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenterOf(language).segment(text))
    if (isWordLike) words.push(segment);
  return words.join(' ');
}
