import type { TextSignature } from './text-signature.ts';

/** How alike two texts are. All shares are estimates, 0 to 1. */
export interface CopyVerdict {
  readonly same: boolean;
  /** Shared shingles over all (Jaccard); standard error about .04. */
  readonly similarity: number;
  /** Share of the shorter text that is in the longer. */
  readonly containment: number;
  /** The agency that both carry or that one names; null without. */
  readonly agency: string | null;
}

/** Fewer shingles than this say nothing: a notice, a caption, a placeholder. */
const SMALLEST = 25;
/** Texts that differ in every tenth word still share this much. */
const SIMILAR = 0.5;
/** A shortened copy: this much of it is in the other. */
const CONTAINED = 0.72;
/** The same for texts that the same agency signed. */
const CONTAINED_SAME_AGENCY = 0.6;
/** Below this the estimate of what a much shorter text shares is noise: two chance hits in 120. */
const LEAST_SHARED = 0.06;

/** Whether two texts are copies of one: alike, or one a shortened or lengthened form of the other. Symmetric. */
export function isSameCopy(a: TextSignature, b: TextSignature): CopyVerdict {
  const agency = a.agency ?? b.agency;
  const smaller = Math.min(a.size, b.size);
  if (smaller === 0) return { same: false, similarity: 0, containment: 0, agency };
  const similarity = estimate(a.minhash, b.minhash);
  const shared = (similarity * (a.size + b.size)) / (1 + similarity);
  const containment = Math.min(1, shared / smaller);
  const needed = a.agency !== null && a.agency === b.agency ? CONTAINED_SAME_AGENCY : CONTAINED;
  const alike = similarity >= SIMILAR || (containment >= needed && similarity >= LEAST_SHARED);
  return { same: alike && (smaller >= SMALLEST || similarity > 0.95), similarity, containment, agency };
}

function estimate(a: readonly number[], b: readonly number[]): number {
  let equal = 0;
  for (let i = 0; i < a.length; i += 1) if (a[i] === b[i]) equal += 1;
  return a.length === 0 ? 0 : equal / a.length;
}
