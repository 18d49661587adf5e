import type { Block, BlockList, Container } from './blocks.ts';
import { isHeading } from './prose.ts';

/** A teaser is small: a headline that links, and a sentence or two. */
const TEASER_BLOCKS = 8;
const TEASER_WEIGHT = 600;
/** So many of a kind under one parent make a list of teasers. */
const LIST = 3;

/** Doubts the blocks of other articles on the page: teasers in lists, and whole articles that follow the first. */
export function doubtNeighbours(list: BlockList): void {
  for (const container of [...findTeasers(list), ...findLaterArticles(list)]) {
    for (let i = container.first; i < container.end; i += 1) {
      const block = list.blocks[i]!;
      block.doubt = { kind: 'neighbour', outer: block.doubt, lifted: false };
    }
  }
}

function findTeasers(list: BlockList): Container[] {
  const byParent = new Map<number, Container[]>();
  for (const container of list.containers) {
    if (!isTeaser(list, container)) continue;
    const siblings = byParent.get(container.parent);
    if (siblings === undefined) byParent.set(container.parent, [container]);
    else siblings.push(container);
  }
  return [...byParent.values()].filter((siblings) => siblings.length >= LIST).flat();
}

function isTeaser(list: BlockList, { first, end, element }: Container): boolean {
  if (end - first < 2 || end - first > TEASER_BLOCKS || isHeading(element.name)) return false;
  let headlines = 0;
  let prose = 0;
  for (let i = first; i < end; i += 1) {
    const block = list.blocks[i]!;
    if (isLinkedHeadline(block)) headlines += 1;
    else if (block.prose) prose += block.weight;
  }
  return headlines > 0 && prose > 0 && prose < TEASER_WEIGHT;
}

function isLinkedHeadline(block: Block): boolean {
  return block.linkShare > 0.9 && block.weight >= 20 && (isHeading(block.tag) || block.weight < 200);
}

/** Articles with a first-level heading of their own, after the first such: the next stories of an endless page. */
function findLaterArticles(list: BlockList): Container[] {
  const found: Container[] = [];
  let covered = 0;
  for (const container of list.containers) {
    if (container.element.name !== 'article' || container.first < covered) continue;
    if (!hasFirstHeading(list, container)) continue;
    found.push(container);
    covered = container.end;
  }
  return found.slice(1);
}

function hasFirstHeading(list: BlockList, { first, end }: Container): boolean {
  for (let i = first; i < Math.min(end, first + 12); i += 1) if (list.blocks[i]!.tag === 'h1') return true;
  return false;
}
