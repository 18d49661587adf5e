const segmenters = new Map<string, Intl.Segmenter>();

/** Scripts written without spaces: PostgreSQL finds no words in them by itself. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

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

function segmenterOf(language: string): Intl.Segmenter {
  const key = /^[a-z]{2,3}$/.test(language) && language !== 'und' ? language : 'ja';
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(key, { granularity: 'word' });
  segmenters.set(key, segmenter);
  return segmenter;
}
