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
  for (const block of findRepeatedItems(list))
    block.doubt = { kind: 'neighbour', outer: block.doubt, lifted: false };
}

/** Items as long as these are sentences, not labels. */
const SENTENCE = 100;
/** A text that stands on the page twice is one that is drawn twice, for narrow screens and for wide ones. */
const DRAWN_TWICE = 2;

/** Items of tickers and headline lists, which pages draw more than once, while an article's own text stands there once. */
function findRepeatedItems(list: BlockList): Block[] {
  const byText = new Map<string, Block[]>();
  for (const block of list.blocks) {
    if (block.weight < SENTENCE) continue;
    const same = byText.get(block.text);
    if (same === undefined) byText.set(block.text, [block]);
    else same.push(block);
  }
  const repeated = [...byText.values()].filter((same) => same.length > 1);
  const paragraphs = repeated.filter(([block]) => block!.tag === 'p').length;
  const items = repeated.filter((same) => same.every(({ tag }) => tag === 'li'));
  return paragraphs < DRAWN_TWICE && items.length >= LIST ? items.flat() : [];
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
