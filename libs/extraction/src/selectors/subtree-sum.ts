import type { BlockList } from '../blocks.ts';
import type { Measure } from '../measure.ts';

/** What a character of noise costs against one of prose: enough to leave out a page's margins, too little to cut an article at a list. */
const NOISE_COST = 0.9;

/**
 * The container with the greatest sum of prose less noise: a maximum-subsequence view of the page, bound to its tree.
 * Of equals the innermost. Answers a container index or -1.
 */
export function selectBySubtreeSum(list: BlockList, measure: Measure): number {
  let best = -1;
  let bestScore = 0;
  list.containers.forEach((container, i) => {
    const prose = measure.proseSum[container.end]! - measure.proseSum[container.first]!;
    const noise = measure.noiseSum[container.end]! - measure.noiseSum[container.first]!;
    const score = prose - NOISE_COST * noise;
    if (score > 0 && score >= bestScore) {
      bestScore = score;
      best = i;
    }
  });
  return best;
}
