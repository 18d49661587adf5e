import type { BlockList } from './blocks.ts';
import { isDoubted } from './doubts.ts';

/** How much each block looks like prose, and sums over them, so that any container is scored in constant time. */
export interface Measure {
  /** Letters that count as prose, per block; 0 for what does not look like prose. */
  readonly prose: Float64Array;
  /** proseSum[i] = prose of the blocks before i. */
  readonly proseSum: Float64Array;
  /** The like for what looks like anything else. */
  readonly noiseSum: Float64Array;
}

/** `strict` leaves out blocks whose ancestors speak against them; otherwise only hidden text and comments. */
export function measureBlocks(list: BlockList, strict: boolean): Measure {
  const n = list.blocks.length;
  const prose = new Float64Array(n);
  const proseSum = new Float64Array(n + 1);
  const noiseSum = new Float64Array(n + 1);
  list.blocks.forEach((block, i) => {
    const doubted = isDoubted(block.doubt, strict);
    if (!doubted && block.prose) prose[i] = block.weight * (1 - block.linkShare);
    const noise = doubted || prose[i]! > 0 ? 0 : Math.min(block.weight, 100) + 15;
    proseSum[i + 1] = proseSum[i]! + prose[i]!;
    noiseSum[i + 1] = noiseSum[i]! + noise;
  });
  return { prose, proseSum, noiseSum };
}
