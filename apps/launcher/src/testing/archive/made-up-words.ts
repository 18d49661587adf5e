import { randomOf, weighted, zipf } from './dice.ts';

/** So many different words occur in an archive of each language. */
const VOCABULARY = 60_000;
/** Word frequencies of real texts fall about so. */
const ZIPF = 1.05;

/** Real words at chosen ranks, so that a search can be made for frequent and for rare ones. */
export const ENGLISH_AT: Record<number, string> = {
  0: 'government',
  3: 'minister',
  10: 'alliance',
  30: 'defense',
  100: 'okinawa',
  300: 'deterrence',
  1000: 'futenma',
  3000: 'henoko',
  20000: 'zumwalt',
};
export const JAPANESE_AT: Record<number, string> = {
  0: '政府',
  3: '日本',
  10: '防衛',
  30: '沖縄',
  100: '基地',
  300: '会談',
  1000: '協定',
  3000: '演習',
  20000: '灯台',
};

const ONSETS = ['b', 'br', 'd', 'f', 'g', 'k', 'l', 'm', 'n', 'p', 'pr', 'r', 's', 'st', 't', 'tr', 'v', 'z'];
const RHYMES = ['a', 'an', 'e', 'el', 'em', 'i', 'in', 'o', 'on', 'or', 'u', 'ur'];
const KANJI_FROM = 0x4e00;
const KANJI = 3_000;

/** A source of words of one language, made up but for a few, as frequent as words are. */
export function wordSource(language: 'en' | 'ja', seed: number): () => string {
  const made = language === 'en' ? englishWord : japaneseWord;
  const fixed = language === 'en' ? ENGLISH_AT : JAPANESE_AT;
  const words = Array.from({ length: VOCABULARY }, (_, rank) => fixed[rank] ?? made(rank));
  const draw = weighted(zipf(VOCABULARY, ZIPF), randomOf(seed));
  return () => words[draw()] ?? '';
}

/** Each rank is written with its own syllables; the trailing x keeps stemming from making two words one. */
function englishWord(rank: number): string {
  let [left, word] = [rank + 300, ''];
  while (left > 0) {
    word +=
      (ONSETS[left % ONSETS.length] ?? '') + (RHYMES[Math.floor(left / ONSETS.length) % RHYMES.length] ?? '');
    left = Math.floor(left / (ONSETS.length * RHYMES.length));
  }
  return `${word}x`;
}

function japaneseWord(rank: number): string {
  const at = (n: number): string => String.fromCodePoint(KANJI_FROM + (n % KANJI));
  return `${at(rank * 7)}${at(Math.floor(rank / KANJI) * 11 + rank * 3 + 1)}`;
}
