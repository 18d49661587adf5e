export { searchWords } from './search-words.ts';
export { type WordAt, wordsOf } from './words-of.ts';
