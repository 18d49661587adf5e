/** A selector's proposal: which blocks it would keep. */
export interface Proposal {
  readonly selector: string;
  /** Block indices in page order. */
  readonly kept: readonly number[];
}

/** The winner, and how far the others agreed with it: 1 when all chose the same blocks. */
export interface Verdict {
  readonly winner: Proposal;
  readonly agreement: number;
}

/**
 * The proposal that agrees most with the others, measured by shared text: the medoid. Of equals the first.
 * `weight` gives a block's length in letters. Null without proposals.
 */
export function vote(proposals: readonly Proposal[], weight: (block: number) => number): Verdict | null {
  let best: Verdict | null = null;
  for (const winner of proposals) {
    const others = proposals.filter((other) => other !== winner);
    const sum = others.reduce((total, other) => total + overlap(winner.kept, other.kept, weight), 0);
    const agreement = others.length === 0 ? 1 : sum / others.length;
    if (best === null || agreement > best.agreement + 1e-9) best = { winner, agreement };
  }
  return best;
}

function overlap(a: readonly number[], b: readonly number[], weight: (block: number) => number): number {
  const inA = new Set(a);
  let shared = 0;
  let all = 0;
  for (const i of a) all += weight(i);
  for (const i of b) {
    if (inA.has(i)) shared += weight(i);
    else all += weight(i);
  }
  return all === 0 ? 0 : shared / all;
}
