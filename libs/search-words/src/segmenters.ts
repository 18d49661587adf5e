const segmenters = new Map<string, Intl.Segmenter>();

/** Scripts written without spaces: nothing but a dictionary finds words in them. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Unicode's word segmenter for a language; `und`, or what is no language code, counts as Japanese. */
export function segmenterOf(language: string): Intl.Segmenter {
  const key = /^[a-z]{2,3}$/.test(language) && language !== 'und' ? language : 'ja';
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(key, { granularity: 'word' });
  segmenters.set(key, segmenter);
  return segmenter;
}
