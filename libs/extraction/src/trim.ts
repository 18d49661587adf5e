import type { Block, BlockList } from './blocks.ts';
import { isDoubted, isProse, linkShare, weighText } from './measure.ts';

/** The blocks of a container that belong to the article: prose, the headings and lists between it; what stands around it goes. */
export function trimContainer(list: BlockList, index: number, strict: boolean): number[] {
  const { first, end } = list.containers[index]!;
  const kept: number[] = [];
  for (let i = first; i < end; i += 1) {
    const block = list.blocks[i]!;
    if (!isDoubted(block.doubt, strict) && belongs(block)) kept.push(i);
  }
  return dropLooseHeadings(list, kept);
}

function belongs(block: Block): boolean {
  if (isHeading(block.tag)) return linkShare(block) < 0.5 && block.tag !== 'h1';
  if (isProse(block)) return true;
  const share = linkShare(block);
  switch (block.tag) {
    case 'p':
    case 'blockquote':
    case 'pre':
      return share < 0.5;
    case 'li':
    case 'td':
    case 'dd':
    case 'dt':
    case 'th':
      return share < 0.3;
    default:
      return share < 0.2 && weighText(block.text) >= 20;
  }
}

/** A heading belongs when prose follows it before the next heading. */
function dropLooseHeadings(list: BlockList, kept: readonly number[]): number[] {
  return kept.filter((index, i) => {
    if (!isHeading(list.blocks[index]!.tag)) return true;
    const next = kept[i + 1];
    return next !== undefined && !isHeading(list.blocks[next]!.tag);
  });
}

/** Whether a tag is h1 to h6. */
export function isHeading(tag: string): boolean {
  return tag.length === 2 && tag[0] === 'h' && tag[1]! >= '1' && tag[1]! <= '6';
}
