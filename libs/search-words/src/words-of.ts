import { segmenterOf, UNSPACED } from './segmenters.ts';

/** One word as it is compared: folded, with where it stands in the text (UTF-16 code units, half open). */
export interface WordAt {
  word: string;
  start: number;
  end: number;
}

/** Letters, with apostrophes and hyphens inside: `Tokyo's`, `so-called`. */
const SPACED = /\p{L}[\p{L}\p{M}\p{N}]*(?:['’\-][\p{L}\p{N}]+)*/gu;
const POSSESSIVE = /['’]s$/;
/** Of Japanese words those that name something: with a Chinese character, or in katakana or Latin letters. */
const NAMES_SOMETHING = /[\p{Script=Han}\p{Script=Katakana}a-z]/u;
const SHORTEST_SPACED = 3;
const SHORTEST_UNSPACED = 2;

/** The words of a text that can be compared between texts, in order; numbers and the shortest words are left out. */
export function wordsOf(text: string, language: string): WordAt[] {
  return UNSPACED.test(text) ? unspaced(text, language) : spaced(text);
}

function spaced(text: string): WordAt[] {
  const words: WordAt[] = [];
  for (const match of text.matchAll(SPACED)) {
    const surface = match[0].replace(POSSESSIVE, '');
    if (surface.length < SHORTEST_SPACED) continue;
    words.push({ word: surface.toLowerCase(), start: match.index, end: match.index + surface.length });
  }
  return words;
}

function unspaced(text: string, language: string): WordAt[] {
  const words: WordAt[] = [];
  for (const { segment, index, isWordLike } of segmenterOf(language).segment(text)) {
    const word = segment.normalize('NFKC').toLowerCase();
    if (!isWordLike || word.length < SHORTEST_UNSPACED || !NAMES_SOMETHING.test(word)) continue;
    words.push({ word, start: index, end: index + segment.length });
  }
  return words;
}
