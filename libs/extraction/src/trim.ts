import type { Block, BlockList } from './blocks.ts';
import { isDoubted } from './doubts.ts';
import { isHeading } from './prose.ts';
import { isCommentMark, isFurniture } from './furniture.ts';

/** Letters of prose that must stand before a mark of the end for it to be believed. */
const ENOUGH_BEFORE_END = 250;

/**
 * The blocks of a container that belong to the article: prose, the headings and lists between it. What stands around it
 * goes, and all that follows the heading of the comments.
 */
export function trimContainer(list: BlockList, index: number, traits: Uint8Array, strict: boolean): number[] {
  const { first, end } = list.containers[index]!;
  const kept: number[] = [];
  let prose = 0;
  for (let i = first; i < end; i += 1) {
    const block = list.blocks[i]!;
    if (prose > ENOUGH_BEFORE_END && traits[i]! & TRAITS.endsArticle) break;
    if (isDoubted(block.doubt, strict) || !(traits[i]! & TRAITS.belongs)) continue;
    kept.push(i);
    if (block.prose) prose += block.weight;
  }
  return dropLooseHeadings(list, kept);
}

const TRAITS = { belongs: 1, endsArticle: 2 } as const;

/** What each block is by itself, found once for all selectors. */
export function findTraits(list: BlockList): Uint8Array {
  return Uint8Array.from(
    list.blocks,
    (block) => (belongs(block) ? TRAITS.belongs : 0) | (isCommentMark(block) ? TRAITS.endsArticle : 0),
  );
}

function belongs(block: Block): boolean {
  if (isFurniture(block)) return false;
  if (isHeading(block.tag)) return block.linkShare < 0.5 && block.tag !== 'h1';
  if (block.prose) return true;
  switch (block.tag) {
    case 'p':
    case 'blockquote':
    case 'pre':
      return block.linkShare < 0.5;
    case 'li':
    case 'td':
    case 'dd':
    case 'dt':
    case 'th':
      return block.linkShare < 0.3;
    default:
      return block.linkShare < 0.2 && block.weight >= 20;
  }
}

/** A heading belongs when prose follows it before the next heading, or when it is a sentence itself, as leads are on some sites. */
function dropLooseHeadings(list: BlockList, kept: readonly number[]): number[] {
  return kept.filter((index, i) => {
    const block = list.blocks[index]!;
    if (!isHeading(block.tag) || block.weight > 120) return true;
    const next = kept[i + 1];
    return next !== undefined && !isHeading(list.blocks[next]!.tag);
  });
}
