const segmenters = new Map<string, Intl.Segmenter>();

/** A text as its sentences, each with the white space behind it, so that joined they are the text again. */
export function sentencesOf(text: string, language: string): string[] {
  // A line's end ends a sentence: headings and list items have no full stop.
  return text
    .split(/(?<=\n)(?=[^\n])/u)
    .flatMap((line) => Array.from(segmenterOf(language, 'sentence').segment(line), ({ segment }) => segment));
}

/** A text as words, spaces and marks, so that joined they are the text again; Japanese by Unicode's dictionary. */
export function tokensOf(text: string, language: string): string[] {
  return Array.from(segmenterOf(language, 'word').segment(text), ({ segment }) => segment);
}

/** The words alone, in plain case. */
export function wordsOf(text: string, language: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenterOf(language, 'word').segment(text))
    if (isWordLike) words.push(segment.toLowerCase());
  return words;
}

function segmenterOf(language: string, granularity: 'sentence' | 'word'): Intl.Segmenter {
  const locale = /^[a-z]{2,3}$/.test(language) && language !== 'und' ? language : 'en';
  const key = `${locale} ${granularity}`;
  const segmenter = segmenters.get(key) ?? new Intl.Segmenter(locale, { granularity });
  segmenters.set(key, segmenter);
  return segmenter;
}
