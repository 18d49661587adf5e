import type { BlockList } from './blocks.ts';
import { liftOverreachingDoubts } from './guards.ts';
import { doubtNeighbours } from './neighbours.ts';
import { measureBlocks } from './measure.ts';
import { selectByPropagation } from './selectors/score-propagation.ts';
import { selectBySemantics } from './selectors/semantic-containers.ts';
import { selectBySubtreeSum } from './selectors/subtree-sum.ts';
import { trimContainer } from './trim.ts';
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
  const strict = select(list, true);
  const lenient = select(list, false);
  if (lengthOf(list, strict.blocks) >= OVERPRUNED * lengthOf(list, lenient.blocks)) return strict;
  return { ...lenient, method: `${lenient.method}, lenient` };
}

function select(list: BlockList, strict: boolean): SelectedText {
  const measure = measureBlocks(list, strict);
  const proposals: Proposal[] = [];
  for (const [selector, run] of SELECTORS) {
    const container = run(list, measure);
    if (container >= 0) proposals.push({ selector, kept: trimContainer(list, container, strict) });
  }
  const verdict = vote(proposals, (i) => list.blocks[i]!.weight);
  if (verdict === null) return { blocks: [], method: 'none', agreement: 0 };
  return { blocks: verdict.winner.kept, method: verdict.winner.selector, agreement: verdict.agreement };
}

function lengthOf(list: BlockList, blocks: readonly number[]): number {
  return blocks.reduce((sum, i) => sum + list.blocks[i]!.weight, 0);
}
