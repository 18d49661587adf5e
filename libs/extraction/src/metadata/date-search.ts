import type { Block, BlockList } from '../blocks.ts';
import { findTitleBlock } from './title-place.ts';

/** A month's name by its length: `\\p{L}` says it better, and takes the engine 20 ms to compile. */
const MONTH = '[^\\s\\d.,;:()|/-]{3,12}';
const YEAR = '(?:19[9]\\d|20[0-4]\\d)';
/** Stretches that look like a written date: figures with separators, a month's name between figures, East Asian signs. */
const DATE_LIKE = new RegExp(
  [
    `${YEAR}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?\\d{1,2}`,
    `\\d{1,2}\\s?[-/.]\\s?\\d{1,2}\\s?[-/.]\\s?${YEAR}`,
    '(?:令和|平成|昭和)\\s?(?:\\d{1,2}|元)\\s?年\\s?\\d{1,2}\\s?月\\s?\\d{1,2}\\s?日',
    `${YEAR}\\s?[年년]\\s?\\d{1,2}\\s?[月월]\\s?\\d{1,2}\\s?[日号號일]?`,
    `\\d{1,2}(?:st|nd|rd|th|er|º|\\.)?\\s(?:de\\s|of\\s)?${MONTH}\\.?,?\\s(?:de\\s|del\\s)?${YEAR}`,
    `${MONTH}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s${YEAR}`,
  ].join('|'),
  'gi',
);
const BEFORE = 5;
const AFTER = 12;
const SHORT = 160;
const MOST_BLOCKS = 600;

/** Dates in the short lines around the title, nearest first. */
export function findDatesNearTitle(list: BlockList, title: string | null): string[] {
  const at = findTitleBlock(list, title);
  if (at < 0) return [];
  const found: string[] = [];
  for (let distance = 1; distance <= AFTER; distance += 1) {
    found.push(...datesInBlock(list.blocks[at + distance]));
    if (distance <= BEFORE) found.push(...datesInBlock(list.blocks[at - distance]));
  }
  return found;
}

/** Dates in short lines anywhere, in page order. */
export function findDatesInText(list: BlockList): string[] {
  return list.blocks
    .filter(({ text }) => text.length < SHORT)
    .slice(0, MOST_BLOCKS)
    .flatMap(datesInBlock);
}

function datesInBlock(block: Block | undefined): readonly string[] {
  if (block === undefined || block.text.length > SHORT || !/\d/.test(block.text)) return [];
  return block.text.match(DATE_LIKE) ?? [];
}

/** `/2026/11/22/`, `/2026-11-22-` or `20261122` within an address, as ISO; null where none is there. */
export function dateInAddress(url: string): string | null {
  const found =
    /[/_-](199\d|20[0-4]\d)([/_.-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?=[^\d]|$)/.exec(url) ??
    /(?:^|\D)(199\d|20[0-4]\d)()(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?:\D|$)/.exec(url);
  if (found === null) return null;
  return `${found[1]}-${found[3]!.padStart(2, '0')}-${found[4]!.padStart(2, '0')}`;
}
