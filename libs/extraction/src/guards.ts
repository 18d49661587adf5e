import type { BlockList } from './blocks.ts';
import { type Doubt, isGrave } from './doubts.ts';

/** A doubted element that holds more of the page's prose than this holds the article. */
const TOO_MUCH = 0.6;
/** A single block counts for at most this much, so that one flood of text decides nothing. */
const MOST = 2_000;

/**
 * Lifts the doubt from elements that hold most of the page's prose: a class such as `paywall` or `breaking-news`
 * wraps whole bodies on some sites. Doubts further in stay; comments, neighbours and hidden text are never lifted.
 */
export function liftOverreachingDoubts(list: BlockList): void {
  const prose = new Map<Doubt, number>();
  let total = 0;
  for (const block of list.blocks) {
    if (!block.prose || isGravelyDoubted(block.doubt)) continue;
    const value = Math.min(block.weight, MOST);
    total += value;
    for (let d = block.doubt; d !== null; d = d.outer) prose.set(d, (prose.get(d) ?? 0) + value);
  }
  for (const [doubt, value] of prose) doubt.lifted = value > total * TOO_MUCH;
}

function isGravelyDoubted(doubt: Doubt | null): boolean {
  for (let d = doubt; d !== null; d = d.outer) if (isGrave(d)) return true;
  return false;
}
