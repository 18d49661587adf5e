import type { Block, BlockList } from '../blocks.ts';
import { NAMES } from '../element-names.ts';
import type { Measure } from '../measure.ts';

/** Shares of a paragraph's score that its parent, grandparent and great-grandparent get. */
const SHARES = [1, 0.5, 0.2];
/** More commas than these make no better paragraph. */
const MOST_COMMAS = 6;
/** A parent is taken instead when it holds this much more prose than the best container. */
const CLIMB_GAIN = 1.25;

/**
 * Each paragraph gives its score to the containers above it, which lose by their share of links; the best one wins,
 * and its parent where the body is split over siblings. The idea is Arc90's, from 2009. Answers an index or -1.
 */
export function selectByPropagation(list: BlockList, measure: Measure): number {
  const scores = new Float64Array(list.containers.length);
  list.blocks.forEach((block, i) => {
    if (measure.prose[i]! > 0) give(list, scores, block);
  });
  let best = -1;
  let bestScore = 0;
  scores.forEach((raw, i) => {
    const score =
      raw * (1 - linkShareOf(list, i)) * (list.containers[i]!.element.names & NAMES.body ? 1.25 : 1);
    if (score > bestScore) {
      bestScore = score;
      best = i;
    }
  });
  return best < 0 ? best : climb(list, measure, best);
}

function give(list: BlockList, scores: Float64Array, block: Block): void {
  const commas = countCommas(block.text, MOST_COMMAS);
  const score = (1 + commas + Math.min(3, block.text.length / 100)) * (1 - block.linkShare);
  let container = isParagraph(block.tag) ? list.containers[block.container]!.parent : block.container;
  for (const share of SHARES) {
    if (container < 0) return;
    scores[container]! += score * share;
    container = list.containers[container]!.parent;
  }
}

function countCommas(text: string, most: number): number {
  let count = 0;
  for (const comma of [',', '，', '、', '،'])
    for (let at = text.indexOf(comma); at >= 0 && count < most; at = text.indexOf(comma, at + 1)) count += 1;
  return count;
}

function isParagraph(tag: string): boolean {
  return tag === 'p' || tag === 'li' || tag === 'blockquote' || tag === 'pre' || tag === 'td' || tag === 'dd';
}

function linkShareOf(list: BlockList, index: number): number {
  const { first, end } = list.containers[index]!;
  let links = 0;
  let all = 0;
  const step = Math.max(1, Math.floor((end - first) / 200));
  for (let i = first; i < end; i += step) {
    links += list.blocks[i]!.linkShare * list.blocks[i]!.text.length;
    all += list.blocks[i]!.text.length;
  }
  return all === 0 ? 1 : links / all;
}

function climb(list: BlockList, measure: Measure, start: number): number {
  let best = start;
  for (let i = list.containers[start]!.parent; i >= 0; i = list.containers[i]!.parent) {
    const inner = proseIn(list, measure, best);
    const outer = proseIn(list, measure, i);
    const noise = sumIn(list, measure.noiseSum, i) - sumIn(list, measure.noiseSum, best);
    if (outer >= inner * CLIMB_GAIN && outer - inner > noise) best = i;
  }
  return best;
}

function proseIn(list: BlockList, measure: Measure, index: number): number {
  return sumIn(list, measure.proseSum, index);
}

function sumIn(list: BlockList, sums: Float64Array, index: number): number {
  const { first, end } = list.containers[index]!;
  return sums[end]! - sums[first]!;
}
