export { isPlausible } from './plausible.ts';
export { readDate, type WrittenDate } from './read-date.ts';
