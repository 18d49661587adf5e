import type { BlockList, Container } from '../blocks.ts';
import { NAMES } from '../element-names.ts';
import type { Measure } from '../measure.ts';

/** Least prose, in letters, for a container to be believed, unless it holds a fifth of the page's. */
const ENOUGH = 250;

/** From the most to the least telling: what authors write around the body. */
const LEVELS: readonly ((container: Container) => boolean)[] = [
  (c) => c.element.attributes['itemprop']?.toLowerCase().includes('articlebody') ?? false,
  (c) => (c.element.names & NAMES.body) !== 0 && c.element.name !== 'body',
  (c) => c.element.name === 'article' || c.element.attributes['role'] === 'article',
  (c) => c.element.name === 'main' || c.element.attributes['role'] === 'main',
];

/** The container that its author marked as the body, by the most telling mark that holds enough prose. Index or -1. */
export function selectBySemantics(list: BlockList, measure: Measure): number {
  const total = measure.proseSum[list.blocks.length]!;
  for (const matches of LEVELS) {
    let best = -1;
    let bestProse = 0;
    list.containers.forEach((container, i) => {
      const prose = measure.proseSum[container.end]! - measure.proseSum[container.first]!;
      if (prose > bestProse && matches(container)) {
        best = i;
        bestProse = prose;
      }
    });
    if (best >= 0 && (bestProse >= ENOUGH || bestProse >= total / 5)) return best;
  }
  return -1;
}
