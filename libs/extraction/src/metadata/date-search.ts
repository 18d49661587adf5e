import type { BlockList } from '../blocks.ts';
import { likeness } from './title.ts';

const YEAR = '(?:19[9]\\d|20[0-4]\\d)';
/** Stretches that look like a written date: figures with separators, a month's name between figures, East Asian signs. */
const DATE_LIKE = new RegExp(
  [
    `${YEAR}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?\\d{1,2}`,
    `\\d{1,2}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?${YEAR}`,
    `${YEAR}\\s?[年년]\\s?\\d{1,2}\\s?[月월]\\s?\\d{1,2}`,
    `\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?\\s(?:de\\s|of\\s)?\\p{L}{3,12}\\.?,?\\s(?:de\\s|del\\s)?${YEAR}`,
    `\\p{L}{3,12}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s${YEAR}`,
  ].join('|'),
  'giu',
);
const BEFORE = 12;
const AFTER = 25;

/** Dates written out in the text around the title, nearest first, then those of short lines anywhere. */
export function findDatesInText(list: BlockList, title: string | null): string[] {
  const at =
    title === null
      ? -1
      : list.blocks.findIndex((block) => block.text.length < 400 && likeness(block.text, title) > 0.8);
  const order: number[] = [];
  if (at >= 0) for (let d = 0; d <= AFTER; d += 1) order.push(at + d, ...(d <= BEFORE ? [at - d] : []));
  list.blocks.forEach((block, i) => {
    if (block.text.length < 120) order.push(i);
  });
  return order.slice(0, 600).flatMap((i) => {
    const text = list.blocks[i]?.text;
    if (text === undefined || text.length > 400 || !/\d/.test(text)) return [];
    return text.match(DATE_LIKE) ?? [];
  });
}
