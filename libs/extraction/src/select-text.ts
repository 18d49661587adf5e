import type { BlockList } from './blocks.ts';
import { isDoubted } from './doubts.ts';
import { liftOverreachingDoubts } from './guards.ts';
import { doubtNeighbours } from './neighbours.ts';
import { measureBlocks } from './measure.ts';
import { selectByPropagation } from './selectors/score-propagation.ts';
import { selectBySemantics } from './selectors/semantic-containers.ts';
import { selectBySubtreeSum } from './selectors/subtree-sum.ts';
import { findTraits, trimContainer } from './trim.ts';
import { type Proposal, vote } from './vote.ts';

/** The chosen text, which selector's proposal won, and how far the others agreed (0 to 1). */
export interface SelectedText {
  readonly blocks: readonly number[];
  readonly method: string;
  readonly agreement: number;
}

const SELECTORS = [
  ['sum', selectBySubtreeSum],
  ['semantic', selectBySemantics],
  ['propagation', selectByPropagation],
] as const;

/** Below this share of what the lenient reading finds, the strict one has pruned the article away. */
const OVERPRUNED = 0.4;

/** Lets the selectors vote on which blocks are the article. */
export function selectText(list: BlockList): SelectedText {
  doubtNeighbours(list);
  liftOverreachingDoubts(list);
  const traits = findTraits(list);
  const strict = select(list, traits, true);
  const length = lengthOf(list, strict.blocks);
  if (length >= OVERPRUNED * proseOf(list)) return strict;
  const lenient = select(list, traits, false);
  if (length >= OVERPRUNED * lengthOf(list, lenient.blocks)) return strict;
  return { ...lenient, method: `${lenient.method}, lenient` };
}

function select(list: BlockList, traits: Uint8Array, strict: boolean): SelectedText {
  const measure = measureBlocks(list, strict);
  const proposals: Proposal[] = [];
  for (const [selector, run] of SELECTORS) {
    const container = run(list, measure);
    if (container >= 0) proposals.push({ selector, kept: trimContainer(list, container, traits, strict) });
  }
  const verdict = vote(proposals, (i) => list.blocks[i]!.weight);
  if (verdict === null) return { blocks: [], method: 'none', agreement: 0 };
  return { blocks: verdict.winner.kept, method: verdict.winner.selector, agreement: verdict.agreement };
}

/** All that the lenient reading could find. */
function proseOf(list: BlockList): number {
  return list.blocks.reduce((sum, block) => (isDoubted(block.doubt, false) ? sum : sum + block.weight), 0);
}

function lengthOf(list: BlockList, blocks: readonly number[]): number {
  return blocks.reduce((sum, i) => sum + list.blocks[i]!.weight, 0);
}
