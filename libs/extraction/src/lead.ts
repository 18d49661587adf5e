import type { Block, BlockList } from './blocks.ts';
import { isHeading } from './prose.ts';

/** So many letters at the start of the page's own description must agree with a block for it to be the lead. */
const AGREEMENT = 40;
const REACH = 40;

/**
 * The lead that a page sets apart from the body, told by the page's own description of itself: the nearest block before
 * the text that begins as the description does. Null where the text has it, or there is none.
 */
export function findLead(
  list: BlockList,
  kept: readonly number[],
  descriptions: readonly string[],
): number | null {
  const start = kept[0];
  if (start === undefined) return null;
  const openings = descriptions.map(opening).filter((text) => text.length >= AGREEMENT);
  if (openings.length === 0 || kept.slice(0, 3).some((i) => agrees(list.blocks[i]!, openings))) return null;
  for (let i = start - 1; i >= Math.max(0, start - REACH); i -= 1) {
    const block = list.blocks[i]!;
    if (block.linkShare < 0.3 && block.tag !== 'h1' && agrees(block, openings)) return i;
  }
  return null;
}

function agrees(block: Block, openings: readonly string[]): boolean {
  if (block.weight < AGREEMENT || (isHeading(block.tag) && block.weight < 60)) return false;
  const start = opening(block.text);
  return openings.some((text) => text === start);
}

function opening(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .slice(0, AGREEMENT);
}
