import type { BlockList, Doubt } from './blocks.ts';
import { isProse, weighText } from './measure.ts';

/** A doubted element that holds more of the page's prose than this holds the article. */
const TOO_MUCH = 0.6;

/**
 * Lifts the doubt from elements that hold most of the page's prose: a class such as `paywall` or `breaking-news`
 * wraps whole bodies on some sites. Doubts further in stay.
 */
export function liftOverreachingDoubts(list: BlockList): void {
  const prose = new Map<Doubt, number>();
  let total = 0;
  for (const block of list.blocks) {
    const weight = weighText(block.text);
    if (!isProse(block, weight)) continue;
    const value = Math.min(weight, 2_000);
    let hidden = false;
    for (let d = block.doubt; d !== null; d = d.outer) hidden ||= d.kind === 'hidden';
    if (hidden) continue;
    total += value;
    for (let d = block.doubt; d !== null; d = d.outer) prose.set(d, (prose.get(d) ?? 0) + value);
  }
  for (const [doubt, value] of prose) doubt.lifted = value > total * TOO_MUCH;
}
