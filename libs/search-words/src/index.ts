export { searchWords } from './search-words.ts';
