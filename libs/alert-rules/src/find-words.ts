/** A text as words are compared in it: full-width and half-width forms, ligatures, case and white space made one. */
export const fold = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();

const WORD_CHAR = /[\p{L}\p{M}\p{N}_]/u;
/** Scripts that put no spaces between words, or (Hangul) join particles to them. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u;

/**
 * Those of the words and phrases that stand in a text. A word of a script with spaces is found whole ("pay" is not in
 * "Japan"), one of a script without them anywhere. Any white space of the text stands for a space of the phrase.
 */
export function foundWords(words: readonly string[], text: string): string[] {
  const folded = fold(text);
  return words.filter((word) => stands(fold(word), folded));
}

function stands(wanted: string, text: string): boolean {
  if (wanted === '') return false;
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1))
    if (!cutsWord(text, at) && !cutsWord(text, at + wanted.length)) return true;
  return false;
}

/** Whether the place between two characters lies within a word. */
function cutsWord(text: string, at: number): boolean {
  return (
    isSpacedLetter(charBefore(text, at)) && isSpacedLetter(String.fromCodePoint(text.codePointAt(at) ?? 32))
  );
}

function charBefore(text: string, at: number): string {
  const isLow = /[\uDC00-\uDFFF]/.test(text.charAt(at - 1));
  return text.slice(Math.max(0, at - (isLow ? 2 : 1)), at);
}

const isSpacedLetter = (char: string): boolean => WORD_CHAR.test(char) && !UNSPACED.test(char);

/** The first sentence of the headline or the text in which one of the words stands, or null. */
export function sentenceWith(
  words: readonly string[],
  { title, text }: { title: string; text: string },
  language: string,
): string | null {
  const sentences = new Intl.Segmenter(language === 'ja' ? 'ja' : 'en', { granularity: 'sentence' });
  for (const part of [title, text])
    for (const { segment } of sentences.segment(part))
      if (foundWords(words, segment).length > 0) return segment.trim();
  return null;
}
